package cn.faheng.engine.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the FEEL of decisions and output cells as far as the analysis understands it; the rest becomes a named gap in it. */
final class ExprReader {

    private static final Set<String> FUNCTIONS = Set.of(
            "min",
            "max",
            "sum",
            "floor",
            "ceiling",
            "abs",
            "decimal",
            "not",
            "string",
            "date",
            "round half up",
            "round half down",
            "round up",
            "round down");
    private static final int DEEPEST = 200;

    private final String where;
    private final String text;
    private final List<String> names;
    private final Function<String, Optional<Expr>> resolve;
    private int at;
    private int depth;

    /**
     * A reader of one expression.
     *
     * @param where decision or row it stands in
     * @param names every name it may use; names may hold any characters
     * @param resolve name, or {@code name.column}, to what it stands for
     */
    ExprReader(String where, String text, Collection<String> names, Function<String, Optional<Expr>> resolve) {
        this.where = where;
        this.text = text;
        this.names = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.resolve = resolve;
    }

    Expr read() {
        try {
            Expr whole = expression();
            skip();
            return at == text.length() ? whole : unsupported();
        } catch (UnsupportedOperationException e) {
            return unsupported();
        }
    }

    private Expr unsupported() {
        return new Expr.Stuck(Expr.Stuck.Reason.UNSUPPORTED, where, "表达式“" + text + "”超出了可证明的写法");
    }

    private Expr expression() {
        if (++depth > DEEPEST) {
            throw new UnsupportedOperationException(text);
        }
        Expr read = word("if") ? conditional() : disjunction();
        depth--;
        return read;
    }

    private Expr conditional() {
        Expr condition = expression();
        require(word("then"));
        Expr yes = expression();
        require(word("else"));
        return new Expr.Op("if", List.of(condition, yes, expression()));
    }

    private Expr disjunction() {
        Expr left = conjunction();
        while (word("or")) {
            left = new Expr.Op("or", List.of(left, conjunction()));
        }
        return left;
    }

    private Expr conjunction() {
        Expr left = comparison();
        while (word("and")) {
            left = new Expr.Op("and", List.of(left, comparison()));
        }
        return left;
    }

    private Expr comparison() {
        Expr left = sum();
        for (String operator : List.of("<=", ">=", "!=", "<", ">", "=")) {
            if (sign(operator)) {
                return new Expr.Op(operator, List.of(left, sum()));
            }
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (sign("+")) {
                left = new Expr.Op("+", List.of(left, product()));
            } else if (sign("-")) {
                left = new Expr.Op("+", List.of(left, negative(product())));
            } else {
                return left;
            }
        }
    }

    private static Expr negative(Expr e) {
        return new Expr.Op("*", List.of(Expr.Const.of(BigDecimal.ONE.negate()), e));
    }

    private Expr product() {
        Expr left = unary();
        while (true) {
            if (sign("**")) {
                throw new UnsupportedOperationException(text);
            } else if (sign("*")) {
                left = new Expr.Op("*", List.of(left, unary()));
            } else if (sign("/")) {
                left = new Expr.Op("/", List.of(left, unary()));
            } else {
                return left;
            }
        }
    }

    private Expr unary() {
        return sign("-") ? negative(unary()) : primary();
    }

    private Expr primary() {
        if (sign("(")) {
            Expr inner = expression();
            require(sign(")"));
            return inner;
        }
        skip();
        if (at < text.length() && text.charAt(at) == '"') {
            return string();
        }
        if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            return number();
        }
        Optional<Expr> named = name();
        if (named.isPresent()) {
            return named.get();
        }
        if (word("true")) {
            return Expr.Const.of(true);
        }
        if (word("false")) {
            return Expr.Const.of(false);
        }
        if (word("null")) {
            return Expr.Const.of(null);
        }
        return call();
    }

    private Expr call() {
        for (String function : FUNCTIONS) {
            int before = at;
            if (word(function) && sign("(")) {
                List<Expr> arguments = new ArrayList<>();
                if (!sign(")")) {
                    do {
                        arguments.add(expression());
                    } while (sign(","));
                    require(sign(")"));
                }
                return function.equals("date") ? date(arguments) : new Expr.Op(function, arguments);
            }
            at = before;
        }
        throw new UnsupportedOperationException(text);
    }

    private static Expr date(List<Expr> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Expr.Const c && c.value() instanceof String day) {
            return Expr.Const.of(BigDecimal.valueOf(LocalDate.parse(day).toEpochDay()));
        }
        throw new UnsupportedOperationException("date");
    }

    private Optional<Expr> name() {
        for (String name : names) {
            if (text.startsWith(name, at) && !continues(name, at + name.length())) {
                int end = at + name.length();
                if (end + 1 < text.length() && text.charAt(end) == '.' && !Character.isDigit(text.charAt(end + 1))) {
                    int stop = end + 1;
                    while (stop < text.length() && isNamePart(text.charAt(stop))) {
                        stop++;
                    }
                    String path = text.substring(at, stop);
                    at = stop;
                    return Optional.of(resolve.apply(path).orElseThrow(UnsupportedOperationException::new));
                }
                at = end;
                return Optional.of(resolve.apply(name).orElseThrow(UnsupportedOperationException::new));
            }
        }
        return Optional.empty();
    }

    private boolean continues(String name, int end) {
        return end < text.length() && isNamePart(text.charAt(end)) && isNamePart(name.charAt(name.length() - 1));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private Expr string() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                require(text.charAt(at) == '"' || text.charAt(at) == '\\');
            }
            value.append(text.charAt(at));
        }
        require(at < text.length());
        at++;
        return Expr.Const.of(value.toString());
    }

    private Expr number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Expr.Const.of(new BigDecimal(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw new UnsupportedOperationException(text, e);
        }
    }

    private boolean word(String word) {
        skip();
        boolean found = text.startsWith(word, at)
                && (at + word.length() >= text.length() || !isNamePart(text.charAt(at + word.length())));
        if (found) {
            at += word.length();
        }
        return found;
    }

    private boolean sign(String sign) {
        skip();
        boolean found = text.startsWith(sign, at);
        if (found) {
            at += sign.length();
        }
        return found;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void require(boolean condition) {
        if (!condition) {
            throw new UnsupportedOperationException(text);
        }
    }
}
