package cn.faheng.server.identity;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks: the client id of another system, or the user name of a person. */
public final class Caller {

    private Caller() {}

    /** The name of the caller of the request on this thread; throws where nobody is signed in. */
    public static String name() {
        return authentication().getName();
    }

    /** The caller of the request on this thread with what he or she may do; throws where nobody is signed in. */
    public static Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("No caller: the route is open by mistake");
        }
        return authentication;
    }

    /** The person who is signed in on this thread; throws where it is a system, or nobody. */
    public static Person person() {
        return maybePerson().orElseThrow(() -> new IllegalStateException("The caller is not a person"));
    }

    /** The person who is signed in on this thread, if it is one. */
    public static Optional<Person> maybePerson() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
