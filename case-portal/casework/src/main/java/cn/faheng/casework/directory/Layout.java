package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How something that is kept in versions is typed, written into tables and found. */
interface Layout<T> {

    Subject subject();

    Class<T> type();

    List<Column> columns();

    /** What was typed; what is wrong with it is in {@code typed}, and the result then empty. */
    Optional<T> read(Typed typed);

    /** As it would be typed. */
    Map<String, String> write(T content);

    String code(T content);

    Index index(T content);

    /** First day of the thing itself. */
    LocalDate begins(T content);

    /** What it refers to and what must be there before it is in force. */
    List<Reference> references(T content);

    /** Whether it agrees with what else there is. */
    default void check(T content, Lookup lookup, Typed typed) {}

    /** What of the version before stays where it is not typed. */
    default T keeping(T content, @Nullable T before) {
        return content;
    }

    /**
     * What lists are narrowed by and searched for.
     *
     * @param name name
     * @param codes codes and other words it is found by
     * @param body body, or null
     * @param division division, or null
     * @param kind kind
     * @param fields fields of enforcement
     * @param otherKey account or item, or null
     */
    record Index(
            String name,
            List<String> codes,
            @Nullable String body,
            @Nullable String division,
            @Nullable String kind,
            List<String> fields,
            @Nullable String otherKey) {}

    /**
     * Something referred to.
     *
     * @param column the column in which it stands
     * @param subject what it is
     * @param code its code
     */
    record Reference(String column, Subject subject, String code) {}
}
