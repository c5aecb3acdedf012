package cn.faheng.web.cases;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into a form. */
final class Typed {

    private static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000000");

    private final MultiValueMap<String, String> values;

    Typed(MultiValueMap<String, String> values) {
        this.values = values;
    }

    String value(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    /** Without blanks around it; null where nothing is typed. */
    @Nullable
    String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** A number as people type it: {@code 12,500}, {@code １２５００}; null where nothing is typed. */
    @Nullable
    String number(String name) {
        String value = Normalizer.normalize(value(name), Normalizer.Form.NFKC)
                .strip()
                .replace(",", "")
                .replace(" ", "");
        return value.isEmpty() ? null : value;
    }

    boolean ticked(String name) {
        return !value(name).isBlank();
    }

    List<String> all(String name) {
        List<String> all = values.get(name);
        return all == null ? List.of() : all.stream().filter(v -> !v.isBlank()).toList();
    }

    /** The lines of a text that hold something. */
    List<String> lines(String name) {
        return value(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** Whole fen of yuan, or null where it is no amount. */
    static @Nullable Long fen(String yuan) {
        if (!yuan.matches("\\d{1,13}(\\.\\d{1,2})?")) {
            return null;
        }
        BigDecimal amount = new BigDecimal(yuan);
        return amount.compareTo(LARGEST_YUAN) > 0
                ? null
                : amount.movePointRight(2).longValueExact();
    }

    /** Yuan of whole fen, as a field shows it. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    /** Whether an amount of a kind of penalty is money; what is confiscated has a value in money too. */
    static boolean isMoney(PenaltyKind kind) {
        return kind.quantity() == PenaltyKind.Quantity.MONEY
                || kind == PenaltyKind.CONFISCATE_ILLEGAL_GAINS
                || kind == PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY;
    }
}
