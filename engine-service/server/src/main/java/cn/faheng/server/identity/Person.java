package cn.faheng.server.identity;

import cn.faheng.server.audit.AuditedPerson;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Someone who has an account. */
public class Person implements UserDetails, AuditedPerson {

    private static final long serialVersionUID = 1L;

    private final Account account;
    private final String passwordHash;
    private final boolean locked;

    Person(Account account, String passwordHash, boolean locked) {
        this.account = account;
        this.passwordHash = passwordHash;
        this.locked = locked;
    }

    /** The account without its secret. */
    public Account account() {
        return account;
    }

    /** The name shown to others. */
    @Override
    public String displayName() {
        return account.displayName();
    }

    @Override
    public List<String> roles() {
        return account.roles();
    }

    public boolean hasRole(String role) {
        return account.roles().contains(role);
    }

    /** Code of the enforcement body he or she belongs to, or null. */
    public @Nullable String body() {
        return account.body();
    }

    /** Number of his or her law enforcement certificate, or null. */
    public @Nullable String certificate() {
        return account.certificate();
    }

    /** Code of the division to which he or she is confined, with everything below it; null where that is not limited. */
    public @Nullable String division() {
        return account.division();
    }

    /** Whether a division is the one to which he or she is confined, or lies below it. */
    public boolean covers(String place) {
        return account.division() == null || place.startsWith(stem(account.division()));
    }

    /** The digits that a division shares with everything below it: 370000 is 37, 370800 is 3708, 370811 and longer are whole. */
    private static String stem(String division) {
        if (division.length() > 6) {
            return division.replaceAll("(000)+$", "");
        }
        return division.replaceAll("(00){1,2}$", "");
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account.name();
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return account.enabled();
    }
}
