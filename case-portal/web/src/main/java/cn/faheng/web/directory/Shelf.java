package cn.faheng.web.directory;

import cn.faheng.casework.directory.Subject;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Arrays;
import java.util.List;

/** The registers as they are named in addresses, with the columns that their lists show. */
enum Shelf {
    BODIES("bodies", Subject.BODY, List.of("code", "name", "level", "standing", "fields"), "level"),
    OFFICERS(
            "officers",
            Subject.OFFICER,
            List.of("certificate", "name", "body", "fields", "validTo", "status"),
            "status"),
    ITEMS("items", Subject.ITEM, List.of("code", "name", "kind", "levels", "field"), "kind"),
    POWERS("powers", Subject.POWER, List.of("body", "item", "from", "to"), "");

    private final String path;
    private final Subject subject;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> shown;

    private final String kindColumn;

    Shelf(String path, Subject subject, List<String> shown, String kindColumn) {
        this.path = path;
        this.subject = subject;
        this.shown = shown;
        this.kindColumn = kindColumn;
    }

    static Shelf of(String path) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "没有“" + path + "”这个名录。请从名录的首页打开。"));
    }

    static Shelf of(Subject subject) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.subject == subject)
                .findFirst()
                .orElseThrow();
    }

    String path() {
        return path;
    }

    Subject subject() {
        return subject;
    }

    List<String> shown() {
        return shown;
    }

    /** The column by whose choices the list can be narrowed; empty for none. */
    String kindColumn() {
        return kindColumn;
    }
}
