package cn.faheng.drafting.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as documents write them: 2022-01-01, 2022年1月1日, 2022.1.1. */
final class Dates {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?");

    private Dates() {}

    /** The day, when the words are a day and nothing else, apart from a remark in brackets. */
    static Optional<LocalDate> read(String words) {
        Matcher m = DAY.matcher(Words.squeezed(words).replaceFirst("[（(].*[）)]$", ""));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The year in the words, when there is one. */
    static Optional<Integer> year(String words) {
        Matcher m = Pattern.compile("(?:^|\\D)((?:19|20)\\d{2})(?:\\D|$)").matcher(words);
        return m.find() ? Optional.of(Integer.parseInt(m.group(1))) : Optional.empty();
    }
}
