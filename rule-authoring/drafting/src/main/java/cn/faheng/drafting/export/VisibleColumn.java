package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a visible table.
 *
 * @param kind what it shows
 * @param header its header
 * @param index place among the inputs or the outputs of the decision
 */
public record VisibleColumn(Kind kind, String header, int index) {

    private static final Map<String, String> MODES = Map.of(
            "\"must\"", "应当", "\"may\"", "可以", "\"either\"", "择一", "\"either-or-both\"", "单处或者并处", "\"none\"", "无");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PRODUCT = Pattern.compile("(.+) \\* ([0-9]+(?:\\.[0-9]+)?)");

    /** What a column shows. */
    public enum Kind {
        INPUT,
        TIER,
        FINE,
        MODE,
        VALUE,
        SAYS
    }

    /** The columns of a table behind the column of row ids. */
    public static List<VisibleColumn> of(SheetDecision decision, Sheet sheet) {
        List<VisibleColumn> columns = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        int tier = decision.outputs().indexOf("tier");
        if (tier >= 0) {
            columns.add(new VisibleColumn(Kind.TIER, "裁量档次", tier));
            shown.add(tier);
        }
        for (int i = 0; i < decision.inputs().size(); i++) {
            columns.add(new VisibleColumn(Kind.INPUT, label(decision.inputs().get(i), sheet), i));
        }
        for (SheetPenalty penalty : sheet.penalties()) {
            int mode = decision.outputs().indexOf(penalty.id());
            if (mode < 0) {
                continue;
            }
            boolean amount = penalty.kind().equals("fine") && isAmount(decision, penalty, mode);
            columns.add(new VisibleColumn(amount ? Kind.FINE : Kind.MODE, header(penalty, amount), mode));
            shown.add(mode);
            if (amount) {
                shown.add(mode + 1);
                shown.add(mode + 2);
            }
        }
        for (int i = 0; i < decision.outputs().size(); i++) {
            if (!shown.contains(i)) {
                String name = decision.outputs().get(i);
                columns.add(new VisibleColumn(Kind.VALUE, name.isEmpty() ? "裁量百分值" : name, i));
            }
        }
        columns.add(new VisibleColumn(Kind.SAYS, "依据文字", 0));
        return columns;
    }

    private static boolean isAmount(SheetDecision decision, SheetPenalty penalty, int mode) {
        return mode + 2 < decision.outputs().size()
                && decision.outputs().get(mode + 1).equals(penalty.id() + "Min")
                && decision.outputs().get(mode + 2).equals(penalty.id() + "Max");
    }

    private static String header(SheetPenalty penalty, boolean amount) {
        boolean person = penalty.subject().equals("responsible-person");
        String label = penalty.label();
        if (label != null) {
            return label;
        }
        return amount ? (person ? "对责任人员罚款标准" : "处罚标准") : penalty.id();
    }

    private static String label(String input, Sheet sheet) {
        return sheet.facts().stream()
                .filter(f -> f.name().equals(input))
                .findFirst()
                .map(SheetFact::label)
                .orElse(input);
    }

    /** What a row shows in this column. */
    public String text(SheetRow row) {
        return switch (kind) {
            case INPUT -> plain(row.cells().get(index));
            case TIER -> words(row.outputs().get(index));
            case VALUE -> plain(row.outputs().get(index));
            case MODE ->
                MODES.getOrDefault(row.outputs().get(index), row.outputs().get(index));
            case FINE ->
                fine(
                        row.outputs().get(index),
                        row.outputs().get(index + 1),
                        row.outputs().get(index + 2));
            case SAYS -> row.says();
        };
    }

    /** The FEEL of a mode in Chinese, or empty when the words are no mode. */
    public static Optional<String> mode(String words) {
        return MODES.entrySet().stream()
                .filter(e -> e.getValue().equals(words))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name of a tier without its quotes, even where it is a number. */
    private static String words(String feel) {
        Matcher literal = LITERAL.matcher(feel);
        return literal.matches() ? literal.group(1).replace("\\\"", "\"").replace("\\\\", "\\") : feel;
    }

    /** A text literal without its quotes; anything else as it is. */
    public static String plain(String feel) {
        Matcher literal = LITERAL.matcher(feel);
        if (!literal.matches()) {
            return feel;
        }
        String text = literal.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
        // A text that reads like FEEL keeps its quotes, so that it is told from FEEL.
        return text.isBlank() || looksLikeFeel(text) || !text.strip().equals(text) ? feel : text;
    }

    /** Whether words in a cell are FEEL and not a text. */
    public static boolean looksLikeFeel(String words) {
        return words.equals("-")
                || words.matches("(?:true|false|null|-?[0-9]+(?:\\.[0-9]+)?)")
                || words.matches(
                        "\".*\"|[\\[(\\]].*\\.\\..*[\\])\\[]|(?:not|if|max|min|date|duration|list)\\b ?[( ].*|[<>=].*")
                || words.contains("\", \"")
                || words.contains(" * ");
    }

    private static String fine(String mode, String min, String max) {
        if (mode.equals("\"none\"") && min.equals("null") && max.equals("null")) {
            return "不处罚款";
        }
        String verb = mode.equals("\"must\"") ? "处" : mode.equals("\"may\"") ? "可以处" : mode + "处";
        String unitMin = amount(min);
        String unitMax = amount(max);
        Matcher low = PRODUCT.matcher(min);
        Matcher high = PRODUCT.matcher(max);
        if (high.matches() && (min.equals("0") || (low.matches() && low.group(1).equals(high.group(1))))) {
            String base = high.group(1);
            String upper = high.group(2) + "倍";
            if (min.equals(max)) {
                return verb + base + upper + "罚款";
            }
            return verb + base + (min.equals("0") ? "" : low.group(2) + "倍以上") + upper + "以下罚款";
        }
        if (unitMin.isEmpty() || unitMax.isEmpty()) {
            return verb + "【" + min + "】至【" + max + "】罚款";
        }
        if (min.equals(max)) {
            return verb + unitMax + "罚款";
        }
        return verb + (min.equals("0") ? "" : unitMin + "以上") + unitMax + "以下罚款";
    }

    private static String amount(String feel) {
        if (!feel.matches("[0-9]+(?:\\.[0-9]+)?")) {
            return "";
        }
        BigDecimal yuan = new BigDecimal(feel);
        BigDecimal tenThousand = new BigDecimal("10000");
        boolean round = yuan.compareTo(tenThousand) >= 0
                && yuan.movePointLeft(4).stripTrailingZeros().scale() <= 2;
        return round ? yuan.movePointLeft(4).stripTrailingZeros().toPlainString() + "万元" : yuan.toPlainString() + "元";
    }
}
