package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Subject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

@DisplayName("行政检查的页面：从计划到公布")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionPagesTest extends PageTest {

    private static final String BODY = "370811-SCJG";
    private static final String ITEM = "JC-PAGES-1";

    @Autowired
    private Proposals proposals;

    @Autowired
    private Bodies bodies;

    @Autowired
    private UserDetailsService people;

    private Visitor officer;
    private Visitor colleague;
    private Visitor head;

    @BeforeAll
    void directory() {
        if (bodies.find(BODY, TODAY).isEmpty()) {
            put(
                    Subject.BODY,
                    Map.of(
                            "code",
                            BODY,
                            "name",
                            "济宁市任城区市场监督管理局",
                            "level",
                            "COUNTY",
                            "standing",
                            "STATUTORY",
                            "division",
                            "370811",
                            "fields",
                            "food",
                            "address",
                            "示例路1号",
                            "from",
                            "2019-01-01"));
        }
        put(
                Subject.ITEM,
                Map.of(
                        "kind",
                        "INSPECTION",
                        "code",
                        ITEM,
                        "name",
                        "对食品销售的监督检查（页面测试）",
                        "levels",
                        "COUNTY",
                        "field",
                        "food",
                        "basis",
                        "中华人民共和国食品安全法@2025-12-01#110",
                        "procedure",
                        "INSPECTION",
                        "from",
                        "2025-12-01"));
        put(Subject.POWER, Map.of("body", BODY, "item", ITEM, "from", "2025-12-01"));
        for (String certificate : List.of("37081100991", "37081100992", "37081100993")) {
            put(
                    Subject.OFFICER,
                    Map.of(
                            "certificate",
                            certificate,
                            "name",
                            "页面" + certificate.substring(8),
                            "body",
                            BODY,
                            "fields",
                            "food",
                            "region",
                            "370811",
                            "validFrom",
                            "2024-01-01",
                            "validTo",
                            "2028-12-31",
                            "legalQualification",
                            "false",
                            "status",
                            "ACTIVE"));
        }
        officer = Visitor.signedIn(address(""), "officer", PASSWORD);
        colleague = Visitor.signedIn(address(""), "officer2", PASSWORD);
        head = Visitor.signedIn(address(""), "head", PASSWORD);
    }

    private void put(Subject subject, Map<String, String> typed) {
        as("legal", () -> proposals.propose(subject, null, new HashMap<>(typed), "测试数据"))
                .ifPresent(version -> as("legal2", () -> {
                    proposals.approve(version.id(), "");
                    return true;
                }));
    }

    private <T> T as(String account, Supplier<T> act) {
        UserDetails person = people.loadUserByUsername(account);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+", "")
                .replaceAll("#.*", "");
    }

    private static String hidden(HttpResponse<String> page, String name) {
        Matcher m =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page.body());
        assertThat(m.find()).as(name).isTrue();
        return m.group(1);
    }

    private static HttpResponse<String> seen(HttpResponse<String> page, String... says) {
        assertThat(page.statusCode()).as(page.uri() + page.body()).isEqualTo(200);
        assertThat(page.body()).contains(says).doesNotContain("??inspections");
        return page;
    }

    private static Map<String, String> plan(String key) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("key", key);
        typed.put("kind", "SPECIAL");
        typed.put("title", "<b>页面测试</b>计划");
        typed.put("year", "2026");
        typed.put("purpose", "测试");
        typed.put("items", ITEM);
        typed.put("regions", "370811");
        typed.put("fields", "food");
        typed.put("sizes", "LARGE");
        typed.put("mode", "NUMBER");
        typed.put("sample-D", "2");
        typed.put("starts", TODAY.toString());
        typed.put("ends", "2026-12-20");
        typed.put("perYear", "2");
        typed.put("perItem", "2");
        typed.put("severalBodiesDays", "30");
        typed.put("inspectorsPerObject", "2");
        return typed;
    }

    @Test
    @DisplayName("制定、报批、批准、公布、冻结、抽取、核验、任务、现场记录、公布结果")
    void theWholeWay() {
        for (int i = 0; i < 3; i++) {
            location(officer.post(
                    "/inspections/objects",
                    Map.of(
                            "name",
                            "页面商店" + i,
                            "code",
                            "",
                            "division",
                            "370811",
                            "fields",
                            "food",
                            "riskClass",
                            "D",
                            "size",
                            "LARGE",
                            "address",
                            "路" + i)));
        }
        seen(
                officer.get("/inspections/objects?q=页面商店".replace("页面商店", "%E9%A1%B5%E9%9D%A2%E5%95%86%E5%BA%97")),
                "页面商店2");
        Map<String, String> bad = plan(hidden(seen(officer.get("/inspections/plans/new"), "检查事项"), "key"));
        bad.put("inspectorsPerObject", "1");
        bad.put("ends", "");
        HttpResponse<String> refused = officer.post("/inspections/plans", bad);
        seen(refused, "error-summary", "请填写日期", "&lt;b&gt;页面测试&lt;/b&gt;计划");
        bad.put("ends", "2026-12-20");
        seen(officer.post("/inspections/plans", bad), "不得少于两人");
        String key = hidden(refused, "key");
        String page = location(officer.post("/inspections/plans", plan(key)));
        assertThat(location(officer.post("/inspections/plans", plan(key)))).isEqualTo(page);
        seen(officer.get("/inspections"), "&lt;b&gt;页面测试&lt;/b&gt;计划");
        seen(officer.get(page + "/edit"), "第一百一十条");
        step(officer, page, "submit");
        seen(officer.post(page + "/steps", Map.of("revision", "2", "action", "approve")), "需要负责人");
        step(head, page, "approve");
        step(officer, page, "publish");

        HttpResponse<String> prepare = seen(officer.get(page + "/draw"), "页面商店0", "候选检查对象");
        seen(
                officer.post(
                        page + "/draw",
                        Map.of(
                                "key",
                                hidden(prepare, "key"),
                                "method",
                                "PUBLIC_VALUE",
                                "announced",
                                "双色球第1期",
                                "announcedFor",
                                "2026-11-01T10:00")),
                "冻结名单以后");
        String draw = location(officer.post(
                page + "/draw",
                Map.of("key", hidden(prepare, "key"), "method", "TWO_PERSONS", "secret", "first secret of pages")));
        seen(colleague.get(draw), "第二份秘密");
        location(colleague.post(draw, Map.of("action", "second", "secret", "second secret of pages")));
        seen(colleague.post(draw, Map.of("action", "reveal", "secret", "second secret of pagez")), "与当初的承诺不符");
        location(colleague.post(draw, Map.of("action", "reveal", "secret", "second secret of pages")));
        location(officer.post(draw, Map.of("action", "reveal", "secret", "first secret of pages")));
        seen(officer.get(draw), "复算一致", "生成检查任务");
        String export = officer.get(draw + "/proof.json").body();
        seen(officer.post("/inspections/verify", Map.of("export", export)), "复算一致");
        seen(officer.post("/inspections/verify", Map.of("export", export.replace("页面商店0", "页面商店零"))), "复算不一致");
        seen(officer.get("/inspections/verify"), "核验抽取");
        location(officer.post(draw + "/tasks", Map.of()));

        Matcher m = Pattern.compile("/inspections/tasks/[0-9a-f-]{36}")
                .matcher(officer.get(draw).body());
        assertThat(m.find()).isTrue();
        String task = m.group();
        seen(officer.get("/inspections/tasks"), task);
        HttpResponse<String> sheet = seen(officer.get(task), "已主动出示执法证件", "name=\"q-FS-01\"");
        Map<String, String> record = answers(sheet);
        record.put("present", "");
        seen(officer.post(task + "/record", record), "不得少于两人", "value=\"货架三瓶过期\"");
        Map<String, String> good = answers(sheet);
        List<String> officers = new ArrayList<>();
        Matcher present =
                Pattern.compile("name=\"present\"[^>]*value=\"([^\"]+)\"").matcher(sheet.body());
        while (present.find()) {
            officers.add(present.group(1));
        }
        assertThat(officers).hasSize(2);
        location(twice(officer, task + "/record", good, officers));
        seen(officer.get(task), "涉嫌违法", "应于 2026-12-18 前公布结果", "食品生产经营监督检查管理办法");
        location(officer.post(task + "/steps", Map.of("revision", "2", "action", "publish")));
        seen(officer.get(task), "结果已公布");
        seen(officer.get(task), "安排复查");
    }

    /** Two fields of one name cannot be in a map: the second goes with the address. */
    private static HttpResponse<String> twice(
            Visitor visitor, String path, Map<String, String> form, List<String> officers) {
        form.put("present", officers.get(0));
        return visitor.post(path + "?present=" + officers.get(1), form);
    }

    private static Map<String, String> answers(HttpResponse<String> sheet) {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("revision", hidden(sheet, "revision"));
        record.put("day", TODAY.toString());
        record.put("from", "09:00");
        record.put("to", "10:00");
        record.put("certificatesShown", "true");
        Matcher m = Pattern.compile("name=\"(q-[^\"]+)\"").matcher(sheet.body());
        while (m.find()) {
            record.putIfAbsent(m.group(1), "YES");
        }
        record.put("q-FS-06", "NO");
        record.put("note-FS-06", "货架三瓶过期");
        record.put("findings", "经营超过保质期的食品");
        record.put("provisions", "食品安全法第三十四条");
        record.put("result", "SUSPECTED_VIOLATION");
        record.put("partyPresent", "店主");
        record.put("signature", "SIGNED");
        return record;
    }

    private void step(Visitor who, String page, String action) {
        location(who.post(page + "/steps", Map.of("revision", hidden(who.get(page), "revision"), "action", action)));
    }

    @Test
    @DisplayName("英文、合并建议、对象和回避的页面都能打开；别的机关看不到")
    void otherPages() {
        String object = location(officer.post(
                "/inspections/objects",
                Map.of(
                        "name",
                        "回避页面商店",
                        "code",
                        "",
                        "division",
                        "370811",
                        "fields",
                        "food",
                        "riskClass",
                        "A",
                        "size",
                        "MICRO",
                        "address",
                        "路")));
        seen(officer.get(object), "登记回避", "页面991");
        seen(
                officer.post(
                        object + "/recusals", Map.of("inspector", "37081100991", "ground", "KINSHIP", "note", "x")),
                "为他人登记回避");
        location(head.post(
                object + "/recusals", Map.of("inspector", "37081100991", "ground", "KINSHIP", "note", "其亲属经营")));
        seen(head.get(object), "近亲属关系", "解除回避");
        seen(head.get("/inspections/merges"), "综合查一次");
        seen(
                officer.get("/inspections/tasks/new?object=" + object.substring(object.lastIndexOf('/') + 1)),
                "投诉举报",
                "页面测试");
        seen(officer.get("/inspections?lang=en"), "Inspection plans");
        seen(officer.get("/inspections/objects?lang=en"), "Risk class A");
        officer.get("/inspections?lang=zh-CN");
        Visitor other = Visitor.signedIn(address(""), "officer-zc", PASSWORD);
        assertThat(other.get(object).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(address(""), "admin", PASSWORD)
                        .get("/inspections")
                        .statusCode())
                .isEqualTo(403);
    }
}
