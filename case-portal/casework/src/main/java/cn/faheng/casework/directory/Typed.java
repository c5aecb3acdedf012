package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Column.Choice;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.DivisionNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry as typed, field by field, with everything that is wrong with it. */
final class Typed {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final int EARLIEST_YEAR = 1949;
    private static final int LATEST_YEAR = 2199;

    private final Map<String, String> values;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Typed(Map<String, String> values, List<Column> columns) {
        this.values = values;
        columns.forEach(column -> this.columns.put(column.key(), column));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(String key, String what, String remedy) {
        Column column = columns.get(key);
        faults.add(new Fault(key, column == null ? key : column.heading(), what, remedy));
    }

    /** The text of a field without blanks around it; empty where it is missing or cannot be taken. */
    String text(String key) {
        Column column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("No column " + key);
        }
        String text = values.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            if (column.required()) {
                fault(key, "没有填写", column.example().isEmpty() ? "请填写" : "请填写，例如“" + column.example() + "”");
            }
            return "";
        }
        if (text.length() > column.longest()) {
            fault(key, "超过" + column.longest() + "字", "请删减");
            return "";
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            fault(key, "含有不可见的控制字符", "请删去后重新填写");
            return "";
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    /** A text of a certain shape. */
    String text(String key, Pattern shape, String words) {
        String text = text(key);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            fault(key, "“" + shortened(text) + "”的写法不对", "应当是" + words);
            return "";
        }
        return text;
    }

    Optional<LocalDate> date(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher m = DATE.matcher(text);
        try {
            if (m.matches()) {
                int first = m.group(1) == null ? 4 : 1;
                LocalDate date = LocalDate.of(
                        Integer.parseInt(m.group(first)),
                        Integer.parseInt(m.group(first + 1)),
                        Integer.parseInt(m.group(first + 2)));
                if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                    return Optional.of(date);
                }
            }
        } catch (DateTimeException e) {
            // Falls through: there is no such day.
        }
        fault(key, "“" + shortened(text) + "”不是日期", "请写成2026-01-31的样子");
        return Optional.empty();
    }

    /** The code of what was chosen; empty where nothing was. */
    String choice(String key) {
        String text = text(key);
        return text.isEmpty() ? "" : chosen(key, text);
    }

    private String chosen(String key, String text) {
        List<Choice> choices = column(key).choices();
        Optional<Choice> found = choices.stream()
                .filter(c -> c.name().equals(text) || c.code().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            fault(
                    key,
                    "没有“" + shortened(text) + "”这一项",
                    "请从“" + String.join("、", choices.stream().map(Choice::name).toList()) + "”中选择");
        }
        return found.map(Choice::code).orElse("");
    }

    private Column column(String key) {
        Column column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("No column " + key);
        }
        return column;
    }

    /** The codes of all that were chosen, in the order of the choices. */
    List<String> choices(String key) {
        List<String> codes = list(key).stream()
                .map(text -> chosen(key, text))
                .filter(code -> !code.isEmpty())
                .toList();
        return column(key).choices().stream()
                .map(Choice::code)
                .filter(codes::contains)
                .toList();
    }

    /** The parts of a field between 、 ； , or line breaks, each once. */
    List<String> list(String key) {
        return parts(key, "[、；;，,\\n\\r]+");
    }

    /** The parts of a field between ； or line breaks, each once; the title of a law may hold a 、. */
    List<String> lines(String key) {
        return parts(key, "[；;\\n\\r]+");
    }

    private List<String> parts(String key, String between) {
        return Arrays.stream(text(key).split(between, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** A division that is known, by its six digits. */
    Optional<Division> division(String key) {
        String text = text(key);
        return text.isEmpty() ? Optional.empty() : division(key, text);
    }

    /** Several divisions. */
    List<Division> divisions(String key) {
        return list(key).stream()
                .flatMap(text -> division(key, text).stream())
                .distinct()
                .toList();
    }

    private Optional<Division> division(String key, String text) {
        if (text.matches("\\d{6}") && DivisionNames.of(text).isPresent()) {
            return Optional.of(new Division(text));
        }
        fault(key, "没有行政区划“" + shortened(text) + "”", "请填写六位行政区划代码（GB/T 2260），例如370811");
        return Optional.empty();
    }

    /** The key of an uploaded photo, which no table has a column for. */
    String photo() {
        return values.getOrDefault("photo", "").strip();
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
