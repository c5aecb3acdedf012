package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Column.Choice;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as they stand in cells. */
final class Cells {

    private Cells() {}

    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("、"));
    }

    static String names(Collection<String> codes, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> codes.contains(choice.code()))
                .map(Choice::name)
                .collect(Collectors.joining("、"));
    }
}
