package cn.faheng.engine.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the input cells that the rule-set format allows. */
final class CellParser {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(\\]])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\])\\[])");
    private static final Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    private final String cell;

    CellParser(String cell) {
        this.cell = cell.strip();
    }

    Optional<CellCondition> parse() {
        if (cell.equals("-") || cell.isEmpty()) {
            return Optional.of(new CellCondition.Anything());
        }
        Matcher negation = NEGATION.matcher(cell);
        if (negation.matches()) {
            return list(negation.group(1)).map(CellCondition.Not::new);
        }
        return list(cell);
    }

    private static Optional<CellCondition> list(String text) {
        List<CellCondition> options = new ArrayList<>();
        for (String part : split(text)) {
            Optional<CellCondition> option = single(part.strip());
            if (option.isEmpty()) {
                return Optional.empty();
            }
            options.add(option.get());
        }
        return switch (options.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(options.get(0));
            default -> Optional.of(new CellCondition.AnyOf(options));
        };
    }

    private static Optional<CellCondition> single(String text) {
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return Optional.of(new CellCondition.Literal(text.substring(1, text.length() - 1)));
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(new CellCondition.Literal(Boolean.valueOf(text)));
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new CellCondition.Literal(new BigDecimal(text)));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            BigDecimal bound = new BigDecimal(comparison.group(2));
            return Optional.of(
                    switch (comparison.group(1)) {
                        case "<" -> new CellCondition.Interval(null, false, bound, false);
                        case "<=" -> new CellCondition.Interval(null, false, bound, true);
                        case ">" -> new CellCondition.Interval(bound, false, null, false);
                        default -> new CellCondition.Interval(bound, true, null, false);
                    });
        }
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            return Optional.of(new CellCondition.Interval(
                    new BigDecimal(interval.group(2)),
                    interval.group(1).equals("["),
                    new BigDecimal(interval.group(3)),
                    interval.group(4).equals("]")));
        }
        return Optional.empty();
    }

    /** Splits at commas outside quotation marks. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
