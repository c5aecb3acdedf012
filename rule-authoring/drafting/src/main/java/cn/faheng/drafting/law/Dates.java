package cn.faheng.drafting.law;

import cn.faheng.rules.legal.ChineseNumerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days that the words of an instrument state: adoption, first day in force, last day. */
final class Dates {

    private static final String YEAR = "([12][0-9]{3}|[一二][零〇○一二三四五六七八九]{3})";
    private static final String PART = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    private static final String DATE = YEAR + "\\s?年\\s?" + PART + "\\s?月\\s?" + PART + "\\s?日";
    private static final Pattern ANY = Pattern.compile(DATE);
    private static final Pattern FORCE = Pattern.compile("自\\s?" + DATE + "\\s?起\\s?(?:施行|实施|执行|生效)");
    private static final Pattern AT_ONCE = Pattern.compile("自(?:公布|发布|印发|通过)之日起(?:施行|实施|执行|生效)");
    private static final Pattern UNTIL = Pattern.compile("有效期(?:限)?\\s?(?:至|到)\\s?" + DATE);
    private static final Pattern YEARS = Pattern.compile("有效期(?:限)?(?:为)?\\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\\s?年");

    private Dates() {}

    /** What front and last article say; nothing where they leave it open. */
    static LawMetadata read(List<Line> front, List<String> ending) {
        List<LocalDate> adopted = new ArrayList<>();
        front.forEach(line -> adopted.addAll(all(ANY, line.text())));
        String end = String.join("\n", ending);
        LocalDate promulgated = adopted.stream().max(LocalDate::compareTo).orElse(null);
        LocalDate effective = effective(adopted, promulgated, end);
        return new LawMetadata(null, null, promulgated, effective, until(end, effective), null, null, null);
    }

    /** An old day in the last article says nothing about a text that was amended since. */
    private static @Nullable LocalDate effective(List<LocalDate> adopted, @Nullable LocalDate promulgated, String end) {
        List<LocalDate> stated = all(FORCE, end);
        if (!stated.isEmpty()) {
            LocalDate first = stated.get(0);
            return promulgated == null || !first.isBefore(promulgated) || adopted.size() == 1 ? first : null;
        }
        return AT_ONCE.matcher(end).find() && adopted.size() == 1 ? promulgated : null;
    }

    private static @Nullable LocalDate until(String end, @Nullable LocalDate effective) {
        List<LocalDate> stated = all(UNTIL, end);
        if (!stated.isEmpty()) {
            return stated.get(0);
        }
        Matcher years = YEARS.matcher(end);
        if (effective != null && years.find()) {
            OptionalInt number = ChineseNumerals.parse(years.group(1));
            return number.isEmpty()
                    ? null
                    : effective.plusYears(number.getAsInt()).minusDays(1);
        }
        return null;
    }

    private static List<LocalDate> all(Pattern pattern, String text) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            OptionalInt year = ChineseNumerals.parse(m.group(1));
            OptionalInt month = ChineseNumerals.parse(m.group(2));
            OptionalInt day = ChineseNumerals.parse(m.group(3));
            if (year.isPresent() && month.isPresent() && day.isPresent()) {
                try {
                    dates.add(LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()));
                } catch (DateTimeException e) {
                    // Not a day of the calendar, so not the one that is looked for.
                }
            }
        }
        return dates;
    }
}
