package cn.faheng.casework.directory;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The layouts of everything that is kept in versions. */
@Component
final class Layouts {

    private final List<Layout<?>> all;

    Layouts(BodyLayout bodies, OfficerLayout officers, ItemLayout items, PowerLayout powers) {
        this.all = List.of(bodies, officers, items, powers);
    }

    List<Layout<?>> all() {
        return all;
    }

    Layout<?> of(Subject subject) {
        return all.stream()
                .filter(layout -> layout.subject() == subject)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not kept in versions: " + subject));
    }

    /** A version with its content. */
    Version<?> version(StoredVersion stored) {
        return stored.with(of(stored.subject()).type());
    }

    /** A content as it would be typed. */
    Map<String, String> typed(Version<?> version) {
        return typed(of(version.subject()), version.content());
    }

    private static <T> Map<String, String> typed(Layout<T> layout, Object content) {
        return layout.write(layout.type().cast(content));
    }
}
