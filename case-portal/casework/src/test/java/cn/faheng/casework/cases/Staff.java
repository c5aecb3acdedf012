package cn.faheng.casework.cases;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The people of the demo, and the body they work for. */
final class Staff {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String BODY = "370811-SCJG";
    private final UserDetailsService accounts;
    private final Proposals proposals;
    private final Bodies bodies;
    private final Officers officers;

    Staff(UserDetailsService accounts, Proposals proposals, Bodies bodies, Officers officers) {
        this.accounts = accounts;
        this.proposals = proposals;
        this.bodies = bodies;
        this.officers = officers;
    }

    /** Enters the body, its officers and its power to penalise, where the directory does not have them. */
    void enter() {
        if (bodies.find(BODY, TODAY).isPresent()) {
            return;
        }
        put(
                Subject.BODY,
                Map.of(
                        "code", BODY,
                        "name", "济宁市任城区市场监督管理局",
                        "level", "COUNTY",
                        "standing", "STATUTORY",
                        "division", "370811",
                        "parent", "",
                        "fields", "food,market,price,product-quality",
                        "address", "任城区示例路1号",
                        "from", "2019-01-01"));
        Map<String, String> item = new HashMap<>(Map.of(
                "kind", "PENALTY",
                "code", "CF-MK-F124",
                "name", "对生产经营超过保质期食品的处罚",
                "levels", "CITY,COUNTY",
                "field", "food",
                "basis", "中华人民共和国食品安全法@2025-12-01#124/1",
                "procedure", "SUMMARY,ORDINARY",
                "ruleItem", "MK-F124",
                "from", "2025-12-01"));
        item.put("violated", "中华人民共和国食品安全法@2025-12-01#34");
        put(Subject.ITEM, item);
        put(Subject.POWER, Map.of("body", BODY, "item", "CF-MK-F124", "from", "2025-12-01"));
        officer("37081100101", "张明（示例）", "officer");
        officer("37081100102", "刘洋（示例）", "officer2");
    }

    private void officer(String certificate, String name, String account) {
        put(
                Subject.OFFICER,
                Map.of(
                        "certificate", certificate,
                        "name", name,
                        "body", BODY,
                        "fields", "food,market",
                        "region", "370811",
                        "validFrom", "2024-01-01",
                        "validTo", "2028-12-31",
                        "legalQualification", "false",
                        "account", account,
                        "status", "ACTIVE"));
    }

    private void put(Subject subject, Map<String, String> typed) {
        as("legal", () -> proposals.propose(subject, null, new HashMap<>(typed), "测试数据"))
                .ifPresent(version -> as("legal2", () -> {
                    proposals.approve(version.id(), "");
                    return true;
                }));
    }

    /** Number of the certificate of the officer who signs in with an account. */
    String certificate(String account) {
        return officers.ofAccount(account, TODAY).orElseThrow().certificate();
    }

    <T> T as(String account, Supplier<T> act) {
        UserDetails person = accounts.loadUserByUsername(account);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
