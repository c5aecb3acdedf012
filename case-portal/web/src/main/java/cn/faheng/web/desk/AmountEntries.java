package cn.faheng.web.desk;

import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money in yuan or ten thousand yuan, exact to the fen, and keeps those it could read. */
final class AmountEntries {

    static final String TEN_THOUSANDS = "万元";
    static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000000");

    private final Entries entries;
    private final FormProblems problems;
    private final Map<String, Long> read = new TreeMap<>();

    AmountEntries(Entries entries, FormProblems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /** Whole fen by the id of the field where they were entered. */
    Map<String, Long> read() {
        return Map.copyOf(read);
    }

    /**
     * An amount in whole fen, or null where none is entered or it cannot be read.
     *
     * @param name name of the entry
     * @param unitName name of its unit
     * @param field id of its field
     * @param label what the reader calls it
     */
    @Nullable
    Long fen(String name, String unitName, String field, String label) {
        String text = entries.number(name);
        if (text == null) {
            return null;
        }
        Optional<BigDecimal> yuan = yuan(text, unitName);
        Optional<String> wrong = yuan.map(AmountEntries::wrong)
                .orElse(Optional.of(text.startsWith("-") ? "problem.negative" : "problem.amount"));
        if (wrong.isPresent()) {
            problems.add(field, wrong.get(), label);
            return null;
        }
        long fen = Fen.ofYuan(yuan.orElseThrow()).amount();
        read.put(field, fen);
        return fen;
    }

    private Optional<BigDecimal> yuan(String text, String unitName) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        boolean inTenThousands = TEN_THOUSANDS.equals(entries.text(unitName));
        return Optional.of(new BigDecimal(text).movePointRight(inTenThousands ? 4 : 0));
    }

    private static Optional<String> wrong(BigDecimal yuan) {
        if (yuan.stripTrailingZeros().scale() > 2) {
            return Optional.of("problem.fen");
        }
        return yuan.compareTo(LARGEST_YUAN) > 0 ? Optional.of("problem.amount-too-large") : Optional.empty();
    }
}
