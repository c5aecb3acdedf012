package cn.faheng.server.registry;

import cn.faheng.rules.format.ResourceTree;
import java.time.Clock;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;

/** Rule bases that are not the bundled one. */
public final class OtherRuleBases {

    private OtherRuleBases() {}

    /** The bundled rule base without the files below a path, as if they were published later; stored like any other. */
    public static RuleBases without(String path, ApplicationContext server) {
        return new RuleBases(
                new Without(path),
                server.getBean(RuleBaseStore.class),
                server.getBean(PublicationStore.class),
                server.getBean(Clock.class));
    }

    private static final class Without implements ResourceTree {
        private final ResourceTree bundled = ResourceTree.bundled();
        private final NavigableSet<String> paths = new TreeSet<>(bundled.paths());

        Without(String path) {
            if (!paths.removeIf(one -> one.startsWith(path))) {
                throw new IllegalArgumentException("Nothing below " + path);
            }
        }

        @Override
        public NavigableSet<String> paths() {
            return paths;
        }

        @Override
        public String text(String path) {
            return bundled.text(path);
        }
    }
}
