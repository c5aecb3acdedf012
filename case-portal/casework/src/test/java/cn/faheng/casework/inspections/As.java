package cn.faheng.casework.inspections;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something as someone. */
final class As {

    private As() {}

    static <T> T call(String account, String role, Callable<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account,
                        null,
                        Arrays.stream(role.split(",", -1))
                                .map(one -> new SimpleGrantedAuthority("ROLE_" + one))
                                .toList()));
        try {
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
