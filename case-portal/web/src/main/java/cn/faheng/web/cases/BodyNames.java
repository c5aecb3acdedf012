package cn.faheng.web.cases;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.BodyTree;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of enforcement bodies. */
@Component
final class BodyNames {

    private final Bodies bodies;
    private final BodyTree tree;
    private final Clock clock;

    BodyNames(Bodies bodies, BodyTree tree, Clock clock) {
        this.bodies = bodies;
        this.tree = tree;
        this.clock = clock;
    }

    /** The name of a body, or its code where it has none today. */
    String name(String code) {
        return bodies.find(code, LocalDate.now(clock)).map(Body::name).orElse(code);
    }

    /** The bodies whose cases the caller can see. */
    List<Option> visible() {
        Person person = Caller.person();
        String own = person.body();
        if (own == null) {
            return options(tree.all());
        }
        Set<String> below = tree.from(own);
        return options(
                tree.all().stream().filter(body -> below.contains(body.code())).toList());
    }

    private static List<Option> options(List<Body> some) {
        return some.stream().map(body -> new Option(body.code(), body.name())).toList();
    }
}
