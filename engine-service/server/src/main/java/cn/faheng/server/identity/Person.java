package cn.faheng.server.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Someone who has an account. */
public final class Person implements UserDetails {

    private static final long serialVersionUID = 1L;

    private final String username;
    private final String passwordHash;
    private final String displayName;
    private final List<String> roles;
    private final boolean locked;

    Person(String username, String passwordHash, String displayName, List<String> roles, boolean locked) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName.isBlank() ? username : displayName;
        this.roles = List.copyOf(roles);
        this.locked = locked;
    }

    /** The name shown to others. */
    public String displayName() {
        return displayName;
    }

    public List<String> roles() {
        return roles;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }
}
