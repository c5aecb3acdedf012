package cn.faheng.drafting.plain;

import cn.faheng.drafting.sheet.FeelText;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.engine.evaluation.CellCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a condition that a lawyer wrote. */
final class ConditionReader {

    private static final Set<String> ANYTHING = Set.of("", "-", "－", "—", "任意", "不限", "/", "／");
    private static final List<String> SEPARATORS = List.of("或者", "、", "或", "；", ";", ",", "，");
    private static final List<String> NEGATIONS = List.of("不是", "不为", "非");
    private static final int MOST_SEGMENTS = 200;

    private final @Nullable SheetFact fact;
    private final Bounds bounds;

    /** What may stand in a cell, to the FEEL texts it can mean. */
    private final Map<String, Set<String>> meanings = new LinkedHashMap<>();

    ConditionReader(@Nullable SheetFact fact, List<String> answers, Bounds bounds) {
        this.fact = fact;
        this.bounds = bounds;
        if (fact == null) {
            answers.forEach(answer -> mean(answer, answer));
        } else {
            fact.values().forEach(choice -> mean(choice.value(), choice.value()));
            for (SheetChoice choice : fact.values()) {
                String label = choice.label();
                if (label != null && !meanings.containsKey(label)) {
                    mean(label, choice.value());
                }
            }
        }
    }

    private void mean(String text, String value) {
        meanings.computeIfAbsent(text, key -> new LinkedHashSet<>()).add(FeelText.quote(value));
    }

    Reading read(String cell) {
        String text = cell.strip();
        if (ANYTHING.contains(text)) {
            return Reading.of("-");
        }
        Optional<String> feel = feel(text);
        if (feel.isPresent()) {
            return Reading.of(feel.get());
        }
        if (fact == null && meanings.isEmpty() && (text.equals("是") || text.equals("否"))) {
            // A decision whose answers are not listed can be a truth as well as a number.
            return truth(cell, text);
        }
        String type = fact == null ? (meanings.isEmpty() ? "number" : "choice") : fact.type();
        return switch (type) {
            case "boolean" -> truth(cell, text);
            case "money", "number", "integer" -> new NumberReader(fact, bounds).read(text);
            case "choice" -> choice(cell, text);
            default -> Reading.not(cell, "日期条件不能写在表格里，请改用“是”“否”的问题或者先作一个决策");
        };
    }

    /** A cell that is FEEL already and fits the question. */
    private Optional<String> feel(String text) {
        boolean looksLikeFeel = text.startsWith("\"")
                || text.startsWith("[")
                || text.startsWith("]")
                || text.startsWith("not(")
                || text.startsWith("not (")
                || text.matches("\\(\\s*-?\\d.*\\.\\..*")
                || text.matches("[<>]=?\\s*-?\\d+(\\.\\d+)?")
                || text.equals("true")
                || text.equals("false");
        if (!looksLikeFeel) {
            return Optional.empty();
        }
        return CellCondition.parse(text).filter(this::fits).map(condition -> text);
    }

    private boolean fits(CellCondition condition) {
        String type = fact == null ? "" : fact.type();
        Set<String> allowed = new LinkedHashSet<>();
        meanings.values().forEach(allowed::addAll);
        boolean literals = condition.literals().stream()
                .allMatch(literal -> literal instanceof Boolean
                        ? type.equals("boolean") || type.isEmpty()
                        : !(literal instanceof String words) || allowed.contains("\"" + words + "\""));
        boolean hasNumbers = !type.equals("choice") && !type.equals("boolean");
        boolean numbers = hasNumbers || condition.boundaries().isEmpty();
        return literals && numbers;
    }

    private static Reading truth(String cell, String text) {
        return switch (text) {
            case "是", "不是否" -> Reading.of("true");
            case "否", "不是", "不是是" -> Reading.of("false");
            default -> Reading.not(cell, "这个问题只能填“是”“否”或者“任意”");
        };
    }

    private Reading choice(String cell, String text) {
        Set<String> meant = alternatives(text);
        if (meant.isEmpty()) {
            for (String negation : NEGATIONS) {
                if (text.startsWith(negation)) {
                    Set<String> excluded =
                            alternatives(text.substring(negation.length()).strip());
                    if (!excluded.isEmpty()) {
                        return one(cell, excluded, "not(", ")");
                    }
                }
            }
            String allowed =
                    meanings.keySet().stream().map(value -> "“" + value + "”").collect(Collectors.joining("、"));
            return Reading.not(cell, "“" + text + "”不是这个问题的取值；可以填：" + allowed);
        }
        return one(cell, meant, "", "");
    }

    private static Reading one(String cell, Set<String> meant, String before, String behind) {
        return meant.size() == 1
                ? Reading.of(before + meant.iterator().next() + behind)
                : Reading.not(cell, "“" + cell.strip() + "”可以有几种读法，请给每个取值加上引号，例如“甲”、“乙”");
    }

    /** All ways of reading {@code text} as known values with separators between them, as FEEL lists. */
    private Set<String> alternatives(String text) {
        if (meanings.containsKey(text)) {
            return meanings.getOrDefault(text, Set.of());
        }
        Set<String> found = new LinkedHashSet<>();
        segment(text, new ArrayList<>(), found);
        return found;
    }

    private void segment(String rest, List<String> taken, Set<String> found) {
        if (found.size() > MOST_SEGMENTS) {
            return;
        }
        meanings.forEach((text, values) -> {
            for (String written : List.of(text, "“" + text + "”")) {
                if (rest.startsWith(written)) {
                    for (String value : values) {
                        List<String> more = new ArrayList<>(taken);
                        more.add(value);
                        follow(rest.substring(written.length()).stripLeading(), more, found);
                    }
                }
            }
        });
    }

    private void follow(String rest, List<String> taken, Set<String> found) {
        if (rest.isEmpty()) {
            found.add(String.join(", ", new LinkedHashSet<>(taken)));
            return;
        }
        for (String separator : SEPARATORS) {
            if (rest.startsWith(separator)) {
                segment(rest.substring(separator.length()).stripLeading(), taken, found);
            }
        }
    }
}
