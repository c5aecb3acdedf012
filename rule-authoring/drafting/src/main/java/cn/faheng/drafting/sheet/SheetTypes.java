package cn.faheng.drafting.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The FEEL types of the names in a sheet, as far as they are certain; an empty text is any type. */
final class SheetTypes {

    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?:\\s|[-+*/(),]|\\d+(?:\\.\\d+)?|min|max|sum|floor|ceiling|abs)+");

    private final Map<String, String> typeOf = new HashMap<>();
    private final Map<String, List<String>> answersOf = new HashMap<>();

    SheetTypes(Sheet sheet) {
        List<SheetFact> facts = sheet.facts();
        for (int i = 0; i < facts.size(); i++) {
            typeOf.put(facts.get(i).name(), ofFact(i + 1, facts.get(i)));
        }
        sheet.decisions().forEach(this::infer);
    }

    private static String ofFact(int number, SheetFact fact) {
        return switch (fact.type()) {
            case "money", "number", "integer" -> "number";
            case "boolean" -> "boolean";
            case "date" -> "date";
            case "choice" -> fact.values().isEmpty() ? "string" : "t_" + number;
            default ->
                throw new IllegalArgumentException("问题“" + fact.name() + "”的类型“" + fact.type()
                        + "”不在允许之列：money、number、integer、boolean、choice、date");
        };
    }

    private void infer(SheetDecision decision) {
        String expression = decision.expression();
        if (decision.form() == SheetDecision.Form.TABLE && decision.outputs().size() == 1) {
            String type = ofColumn(decision, 0);
            typeOf.put(decision.name(), type);
            if (type.equals("string") && decision.rows().stream().noneMatch(row -> isNull(row.outputs(), 0))) {
                Set<String> answers = new LinkedHashSet<>();
                decision.rows().forEach(row -> answers.add(row.outputs().get(0).strip()));
                answersOf.put(decision.name(), List.copyOf(answers));
            }
        } else if (decision.form() == SheetDecision.Form.EXPRESSION && expression != null) {
            List<String> answers = branches(expression);
            if (!answers.isEmpty()) {
                typeOf.put(decision.name(), "string");
                answersOf.put(decision.name(), answers);
            } else {
                typeOf.put(decision.name(), ofCell(expression.strip()));
            }
        }
    }

    /** The type of a fact or decision; empty where it is not certain. */
    String of(String name) {
        return typeOf.getOrDefault(name, "");
    }

    /** The type of a condition column. */
    String ofInput(String name) {
        String type = of(name);
        return type.isEmpty() ? "Any" : type;
    }

    /** The type of an output column as it is declared; a table with several columns declares every one. */
    String declared(SheetDecision decision, int column) {
        String type = ofColumn(decision, column);
        return type.isEmpty() && decision.outputs().size() > 1 ? "Any" : type;
    }

    /** The texts that a decision can answer, as FEEL literals; none where that is not certain. */
    List<String> answersOf(String name) {
        return answersOf.getOrDefault(name, List.of());
    }

    private String ofColumn(SheetDecision decision, int column) {
        Set<String> found = new LinkedHashSet<>();
        decision.rows().stream()
                .filter(row -> !isNull(row.outputs(), column))
                .map(row -> ofCell(row.outputs().get(column).strip()))
                .forEach(found::add);
        if (found.size() == 1) {
            return found.iterator().next();
        }
        String name = decision.outputs().get(column);
        return found.isEmpty() && (name.endsWith("Min") || name.endsWith("Max")) ? "number" : "";
    }

    private static boolean isNull(List<String> cells, int column) {
        return cells.get(column).strip().equals("null");
    }

    private String ofCell(String cell) {
        if (FeelText.isString(cell)) {
            return "string";
        }
        if (cell.equals("true") || cell.equals("false")) {
            return "boolean";
        }
        if (NUMBER.matcher(cell).matches() || isArithmetic(cell)) {
            return "number";
        }
        return isConcatenation(cell) ? "string" : ofBranches(cell);
    }

    /** Whether an expression starts with a text to which something is added. */
    private static boolean isConcatenation(String expression) {
        if (!expression.startsWith("\"")) {
            return false;
        }
        int end = FeelText.endOfString(expression, 0);
        return end < expression.length()
                && expression.substring(end).stripLeading().startsWith("+");
    }

    /** The type in which all ends of an if … then … else … agree. */
    private String ofBranches(String expression) {
        int then = keyword(expression, "then", 0);
        int otherwise = then < 0 ? -1 : keyword(expression, "else", then);
        if (!expression.startsWith("if ") || otherwise < 0) {
            return "";
        }
        String one = ofCell(expression.substring(then + 4, otherwise).strip());
        String other = ofCell(expression.substring(otherwise + 4).strip());
        return one.equals(other) ? one : "";
    }

    /** Whether an expression is made of numbers, names of numbers and arithmetic, and nothing else. */
    private boolean isArithmetic(String expression) {
        StringBuilder rest = new StringBuilder(expression);
        List<String> numeric = new ArrayList<>();
        typeOf.forEach((name, type) -> {
            if (type.equals("number")) {
                numeric.add(name);
            }
        });
        Set<String> used = FeelText.namesIn(expression, typeOf.keySet());
        if (!numeric.containsAll(used)) {
            return false;
        }
        used.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).forEach(name -> replaceAll(rest, name));
        return ARITHMETIC.matcher(rest).matches();
    }

    private static void replaceAll(StringBuilder text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            text.replace(at, at + name.length(), "1");
        }
    }

    /** The texts at the ends of an if … then … else …; none when an end is not a text. */
    private static List<String> branches(String expression) {
        Set<String> ends = new LinkedHashSet<>();
        return collectBranches(expression.strip(), ends) && ends.size() > 1 ? List.copyOf(ends) : List.of();
    }

    private static boolean collectBranches(String expression, Set<String> ends) {
        if (FeelText.isString(expression)) {
            ends.add(expression);
            return true;
        }
        int then = keyword(expression, "then", 0);
        int otherwise = then < 0 ? -1 : keyword(expression, "else", then);
        return expression.startsWith("if ")
                && otherwise > 0
                && collectBranches(expression.substring(then + 4, otherwise).strip(), ends)
                && collectBranches(expression.substring(otherwise + 4).strip(), ends);
    }

    /** Where a keyword stands outside strings and nested conditions, or -1. */
    private static int keyword(String text, String keyword, int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                i = FeelText.endOfString(text, i);
                continue;
            }
            boolean starts = i > 0 && Character.isWhitespace(text.charAt(i - 1));
            if (starts && text.startsWith(keyword, i)) {
                return i;
            }
            i++;
        }
        return -1;
    }
}
