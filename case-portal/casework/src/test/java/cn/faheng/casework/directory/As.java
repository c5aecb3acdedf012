package cn.faheng.casework.directory;

import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something as someone with some roles. */
final class As {

    private As() {}

    static <T> T someone(String account, Supplier<T> what, String... roles) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account,
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                                .toList()));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static <T> T compiler(Supplier<T> what) {
        return someone("legal", what, "LEGAL");
    }

    static <T> T reviewer(Supplier<T> what) {
        return someone("legal2", what, "LEGAL");
    }

    static void reviewer(Runnable what) {
        reviewer(() -> {
            what.run();
            return "";
        });
    }

    static <T> T officer(Supplier<T> what) {
        return someone("officer", what, "OFFICER");
    }
}
