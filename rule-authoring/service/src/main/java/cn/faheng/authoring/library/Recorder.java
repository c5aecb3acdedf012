package cn.faheng.authoring.library;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import org.springframework.security.core.Authentication;

/**
 * Who writes into the library.
 *
 * @param name user name or client id
 * @param shown name shown to others
 */
public record Recorder(String name, String shown) {

    /** Who asks on this thread. */
    public static Recorder caller() {
        Authentication who = Caller.authentication();
        return new Recorder(
                who.getName(), who.getPrincipal() instanceof Person person ? person.displayName() : who.getName());
    }
}
