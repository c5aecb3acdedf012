package cn.faheng.server.identity;

import cn.faheng.server.identity.AccountRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what is wrong with what was written about an account. */
@Component
final class AccountCheck {

    private static final int LONGEST = 60;

    private final Accounts accounts;
    private final Clients clients;
    private final AccountRows rows;

    AccountCheck(Accounts accounts, Clients clients, AccountRows rows) {
        this.accounts = accounts;
        this.clients = clients;
        this.rows = rows;
    }

    List<Reason> ofNew(NewAccount wanted) {
        List<Reason> reasons = new ArrayList<>();
        if (!wanted.name().matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            reasons.add(new Reason("name", "name", wanted.name()));
        } else if (accounts.find(wanted.name()).isPresent() || clients.findByClientId(wanted.name()) != null) {
            reasons.add(new Reason("name", "name-taken", wanted.name()));
        }
        reasons.addAll(ofContent(wanted));
        return reasons;
    }

    List<Reason> ofContent(NewAccount wanted) {
        List<Reason> reasons = new ArrayList<>();
        if (wanted.displayName().isEmpty() || wanted.displayName().length() > LONGEST) {
            reasons.add(new Reason("displayName", "display-name", ""));
        }
        roles(wanted, reasons);
        if (!wanted.body().isEmpty() && !wanted.body().matches("[0-9A-Z][0-9A-Z-]{1,39}")) {
            reasons.add(new Reason("body", "body", wanted.body()));
        }
        if (!wanted.division().isEmpty() && !wanted.division().matches("\\d{6}|\\d{9}|\\d{12}")) {
            reasons.add(new Reason("division", "division", wanted.division()));
        }
        if (!wanted.certificate().isEmpty()) {
            if (!wanted.certificate().matches("[0-9A-Za-z-]{4,30}")) {
                reasons.add(new Reason("certificate", "certificate", wanted.certificate()));
            } else if (isTaken(wanted)) {
                reasons.add(new Reason("certificate", "certificate-taken", wanted.certificate()));
            }
        }
        return reasons;
    }

    private boolean isTaken(NewAccount wanted) {
        return rows.certificateTaken(wanted.certificate(), wanted.name())
                || accounts.all().stream()
                        .anyMatch(person -> wanted.certificate().equals(person.certificate())
                                && !person.getUsername().equals(wanted.name()));
    }

    private static void roles(NewAccount wanted, List<Reason> reasons) {
        if (wanted.roles().isEmpty()) {
            reasons.add(new Reason("roles", "no-role", ""));
        }
        wanted.roles().stream()
                .filter(role -> !Role.names().contains(role))
                .forEach(role -> reasons.add(new Reason("roles", "unknown-role", role)));
        Role.clashing(wanted.roles()).forEach(role -> reasons.add(new Reason("roles", "alone-" + role, role)));
        boolean bodyless = wanted.roles().stream()
                .filter(Role.names()::contains)
                .map(Role::valueOf)
                .anyMatch(Role::needsBody);
        if (bodyless && wanted.body().isEmpty()) {
            reasons.add(new Reason("body", "body-needed", ""));
        }
    }
}
