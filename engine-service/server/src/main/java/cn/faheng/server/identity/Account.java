package cn.faheng.server.identity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account without its secret.
 *
 * @param name user name
 * @param displayName name shown to others
 * @param roles roles
 * @param body code of the enforcement body, or null
 * @param certificate number of the law enforcement certificate, or null
 * @param division code of the division to which the person is confined, or null
 * @param enabled whether it may be used
 * @param mustChangePassword whether the password has to be changed before anything else
 * @param revision rises with every change
 * @param origin where it is kept
 */
public record Account(
        String name,
        String displayName,
        List<String> roles,
        @Nullable String body,
        @Nullable String certificate,
        @Nullable String division,
        boolean enabled,
        boolean mustChangePassword,
        int revision,
        Origin origin)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public Account {
        displayName = displayName.isBlank() ? name : displayName;
        roles = List.copyOf(roles);
    }

    /** Where accounts are kept. */
    public enum Origin {
        SETTINGS,
        DEMO,
        STORED,
        PROVIDER
    }

    static Account fixed(String name, IdentitySettings.Account settings, Origin origin) {
        return new Account(
                name,
                settings.displayName(),
                settings.roles(),
                settings.body(),
                settings.certificate(),
                settings.division(),
                true,
                false,
                0,
                origin);
    }
}
