package cn.faheng.web.inspections;

import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** Reads what was typed into a form and notes each field that makes no sense. */
final class Typed {

    private final MultiValueMap<String, String> entries;
    private final Problem.Errors errors = new Problem.Errors();

    Typed(MultiValueMap<String, String> entries) {
        this.entries = entries;
    }

    String text(String field) {
        String value = entries.getFirst(field);
        return value == null ? "" : value.strip();
    }

    List<String> all(String field) {
        return entries.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Words between commas or blanks. */
    List<String> words(String field) {
        return Arrays.stream(text(field).split("[,，、;；\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    LocalDate day(String field, LocalDate otherwise) {
        return read(field, LocalDate::parse, otherwise, "请填写日期，例如 2026-03-01。");
    }

    LocalTime time(String field) {
        return read(field, LocalTime::parse, LocalTime.MIDNIGHT, "请填写时间，例如 09:30。");
    }

    int number(String field) {
        return read(field, Integer::parseInt, 0, "请填写整数。");
    }

    /** A number, or nothing where the field is empty. */
    BigDecimal decimalOrZero(String field) {
        return text(field).isEmpty() ? BigDecimal.ZERO : read(field, BigDecimal::new, BigDecimal.ZERO, "请填写数字。");
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        return read(field, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)), otherwise, "请选择一项。");
    }

    private <T> T read(String field, Function<String, T> as, T otherwise, String says) {
        try {
            return as.apply(text(field));
        } catch (DateTimeException | IllegalArgumentException e) {
            errors.add("/" + field, ProblemType.ENTRY_REFUSED, says);
            return otherwise;
        }
    }

    /** Throws with every field that made no sense. */
    void require() {
        errors.throwIfAny();
    }
}
