package cn.faheng.server.identity;

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
}
