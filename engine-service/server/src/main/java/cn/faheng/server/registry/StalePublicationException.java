package cn.faheng.server.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft was made on has changed since: it has to be compared, proved and approved again. Nothing was stored. */
public final class StalePublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient @Nullable Publication newer;
    private final transient List<String> changed;

    StalePublicationException(String message, @Nullable Publication newer, List<String> changed) {
        super(message);
        this.newer = newer;
        this.changed = List.copyOf(changed);
    }

    /** The newest event that changed it; null when another release of the bundled rules did. */
    public @Nullable Publication newer() {
        return newer;
    }

    /** Paths of the files that changed. */
    public List<String> changed() {
        return changed;
    }
}
