package cn.faheng.authoring.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One FEEL text of a model as tokens, without comments; what a string says is left out. */
record FeelText(int length, List<String> tokens) {

    private static final int LONGEST = 20_000;
    private static final int MOST_TOKENS = 6_000;
    private static final int DEEPEST = 25;
    private static final String STRING = "\"\"";
    private static final Pattern STRING_OR_COMMENT = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\(?:[btnfrs\"'\\\\]|u\\p{XDigit}{4}|U\\p{XDigit}{6}))*+\")|/\\*.*?\\*/|//[^\\r\\n]*+",
            Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(STRING + "|[\\p{L}\\p{N}\\p{M}_]++|[^\\s\\p{Z}]");
    private static final Pattern NUMBER_WITH_EXPONENT = Pattern.compile("\\d+[eE]\\d*");
    private static final Pattern PLACES = Pattern.compile("\\d{1,2}");

    private static final Set<String> LOOPS = Set.of("for", "some", "every");
    private static final Set<String> BEFORE_BRACKET = Set.of("in", "and", "or", "if", "then", "else", "between");

    /** Functions that take a number of places last; it is to be written out. */
    private static final Set<String> ROUNDING =
            Set.of("decimal", "round up", "round down", "round half up", "round half down");

    /** What neither repeats nor makes anything longer than what it is given. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "min",
            "max",
            "sum",
            "count",
            "mean",
            "abs",
            "floor",
            "ceiling",
            "modulo",
            "all",
            "any",
            "string",
            "string length",
            "upper case",
            "lower case",
            "substring",
            "starts with",
            "ends with",
            "list contains",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "day of week",
            "month of year",
            "day of year",
            "is");

    /**
     * Reads a text.
     *
     * @throws Unbounded when it has anything whose cost is not bounded by its size
     */
    static FeelText read(String feel) {
        if (feel.length() > LONGEST) {
            throw new Unbounded("长达 " + feel.length() + " 个字符的表达式（最多 " + LONGEST + " 个）");
        }
        String code = STRING_OR_COMMENT.matcher(feel).replaceAll(found -> found.group(1) == null ? " " : STRING);
        String rest = code.replace(STRING, "");
        if (rest.indexOf('"') >= 0 || rest.indexOf('\\') >= 0 || rest.contains("/*")) {
            throw new Unbounded("引号、转义或者注释不成对的表达式");
        }
        List<String> tokens = tokens(code);
        if (tokens.size() > MOST_TOKENS) {
            throw new Unbounded("有 " + tokens.size() + " 个词的表达式（最多 " + MOST_TOKENS + " 个）");
        }
        FeelText text = new FeelText(feel.length() + 1, tokens);
        text.check();
        return text;
    }

    /** The tokens of a name or a text whose strings and comments are gone. */
    static List<String> tokens(String code) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            tokens.add(token.group());
        }
        return List.copyOf(tokens);
    }

    /** Whether a name would hide one of the functions. */
    static boolean isFunction(String name) {
        String words = String.join(" ", tokens(name));
        return FUNCTIONS.contains(words) || ROUNDING.contains(words);
    }

    private void check() {
        int depth = 0;
        int loop = -1;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            switch (token) {
                case "(" -> call(i);
                case "[" -> bracket(i);
                case "{" -> throw new Unbounded("写在表达式里的上下文（{ … }；请改用方框的上下文）");
                case "*" -> {
                    if (at(i + 1).equals("*")) {
                        throw new Unbounded("乘方（**）");
                    }
                }
                default -> {
                    if (NUMBER_WITH_EXPONENT.matcher(token).matches()) {
                        throw new Unbounded("带指数的数（" + token + "）");
                    }
                }
            }
            depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
            if (depth > DEEPEST) {
                throw new Unbounded("括号嵌套超过 " + DEEPEST + " 层的表达式");
            }
            loop = LOOPS.contains(token) ? i : loop;
            if (loop >= 0 && token.equals("in")) {
                throw new Unbounded("循环（" + tokens.get(loop) + " … in …）");
            }
        }
    }

    private String at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && (Character.isLetterOrDigit(token.codePointAt(0)) || token.charAt(0) == '_');
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean closes(String token) {
        return token.equals(")") || token.equals("]") || token.equals("}") || token.equals(STRING);
    }

    /** A bracket after a value picks from it, once for each of its elements; the end of an open range looks the same. */
    private void bracket(int i) {
        String before = at(i - 1);
        boolean range = isNumber(before) && at(i - 2).equals(".");
        if (closes(before) || (isWord(before) && !BEFORE_BRACKET.contains(before) && !range)) {
            throw new Unbounded("筛选（" + before + "[ … ]）");
        }
    }

    private void call(int i) {
        String before = at(i - 1);
        if (closes(before)) {
            throw new Unbounded("对算出的函数的调用");
        }
        if (!isWord(before) || BEFORE_BRACKET.contains(before)) {
            return;
        }
        String function = function(i).orElseThrow(() -> new Unbounded("函数 " + before));
        List<List<String>> arguments = arguments(i);
        if (function.equals("string") && arguments.size() != 1) {
            throw new Unbounded("带格式的 string 函数");
        }
        List<String> last = arguments.get(arguments.size() - 1);
        if (ROUNDING.contains(function)
                && (arguments.size() != 2
                        || last.size() != 1
                        || !PLACES.matcher(last.get(0)).matches())) {
            throw new Unbounded("没有写明位数的 " + function + " 函数");
        }
    }

    /** The longest name of a known function that ends before the bracket. */
    private Optional<String> function(int bracket) {
        String name = "";
        Optional<String> found = Optional.empty();
        for (int i = bracket - 1; i >= Math.max(0, bracket - 5) && isWord(at(i)); i--) {
            name = name.isEmpty() ? at(i) : at(i) + " " + name;
            if (FUNCTIONS.contains(name) || ROUNDING.contains(name)) {
                found = Optional.of(name);
            }
        }
        return found;
    }

    private List<List<String>> arguments(int bracket) {
        List<List<String>> arguments = new ArrayList<>();
        List<String> argument = new ArrayList<>();
        int depth = 0;
        for (int i = bracket + 1; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (depth == 0 && token.equals(")")) {
                break;
            }
            depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        arguments.add(argument);
        return arguments;
    }

    /** Something that has no bound; the message says what. */
    static final class Unbounded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unbounded(String what) {
            super(what, null, false, false);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }
}
