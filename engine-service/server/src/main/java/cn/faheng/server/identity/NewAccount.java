package cn.faheng.server.identity;

import java.util.List;

/**
 * What an administrator writes about an account; empty where there is nothing to write.
 *
 * @param name user name
 * @param displayName name shown to others
 * @param roles roles
 * @param body code of the enforcement body
 * @param certificate number of the law enforcement certificate
 * @param division code of the division to which the person is confined
 */
public record NewAccount(
        String name, String displayName, List<String> roles, String body, String certificate, String division) {

    public NewAccount {
        name = name.strip();
        displayName = displayName.strip();
        roles = roles.stream().distinct().sorted().toList();
        body = body.strip();
        certificate = certificate.strip();
        division = division.strip();
    }
}
