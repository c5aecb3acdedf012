package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is kept in versions, read in the same way, for pages that are the same for all of it. */
@Service
@Transactional(readOnly = true)
public class Registers {

    private final VersionStore store;
    private final Layouts layouts;

    Registers(VersionStore store, Layouts layouts) {
        this.store = store;
        this.layouts = layouts;
    }

    /**
     * A line of a list.
     *
     * @param code code
     * @param cells what it says, by the keys of the columns
     */
    public record RegisterLine(String code, Map<String, String> cells) {}

    /** Those that match, as they stood on a day. */
    public Found<RegisterLine> search(Subject subject, Find find, LocalDate day) {
        return Found.cut(store.search(subject, find, day), find.limit(), StoredVersion::code)
                .map(version -> new RegisterLine(version.code(), layouts.typed(layouts.version(version))));
    }

    public Optional<Version<?>> inForce(Subject subject, String code, LocalDate day) {
        return store.inForce(subject, code, day).map(layouts::version);
    }

    /** The version that a change is based on: the one in force with the latest day, which may lie ahead. */
    public Optional<Version<?>> newest(Subject subject, String code) {
        return store.newestAndOpen(subject, code).stream()
                .filter(version -> version.state() == Version.State.IN_FORCE)
                .findFirst()
                .map(layouts::version);
    }

    /** All versions, the newest first. */
    public List<Version<?>> history(Subject subject, String code) {
        return store.history(subject, code).stream()
                .<Version<?>>map(layouts::version)
                .toList();
    }

    /** Today in Beijing. */
    public LocalDate today() {
        return store.today();
    }
}
