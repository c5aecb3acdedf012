package cn.faheng.web.accounts;

import cn.faheng.server.identity.Account;
import cn.faheng.server.identity.NewAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of an account as it was typed.
 *
 * @param name user name
 * @param displayName name shown to others
 * @param roles roles
 * @param body code of the enforcement body
 * @param certificate number of the certificate
 * @param division code of the division
 * @param revision the revision that was shown
 */
public record AccountForm(
        String name,
        String displayName,
        List<String> roles,
        String body,
        String certificate,
        String division,
        int revision) {

    static AccountForm empty() {
        return new AccountForm("", "", List.of(), "", "", "", 0);
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account.name(),
                account.displayName(),
                account.roles(),
                text(account.body()),
                text(account.certificate()),
                text(account.division()),
                account.revision());
    }

    static AccountForm of(String name, MultiValueMap<String, String> typed) {
        String revision = text(typed.getFirst("revision"));
        return new AccountForm(
                name,
                text(typed.getFirst("displayName")),
                typed.getOrDefault("roles", List.of()),
                text(typed.getFirst("body")),
                text(typed.getFirst("certificate")),
                text(typed.getFirst("division")),
                revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0);
    }

    NewAccount wanted() {
        return new NewAccount(name, displayName, roles, body, certificate, division);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
