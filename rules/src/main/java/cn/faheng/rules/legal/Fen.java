package cn.faheng.rules.legal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole fen (分, 1/100 yuan). Never negative, never a binary fraction.
 *
 * @param amount whole fen, 0 or more
 */
public record Fen(long amount) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    public Fen {
        if (amount < 0) {
            throw new IllegalArgumentException("An amount of money is not negative: " + amount);
        }
    }

    /** Exact conversion from yuan; throws {@link ArithmeticException} when the amount is not a whole number of fen. */
    public static Fen ofYuan(BigDecimal yuan) {
        return new Fen(yuan.movePointRight(2).longValueExact());
    }

    /** The smallest whole amount that is not below {@code yuan}: how a lower end of a range is rounded. */
    public static Fen ceilingOfYuan(BigDecimal yuan) {
        return new Fen(yuan.movePointRight(2).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** The largest whole amount that is not above {@code yuan}: how an upper end of a range is rounded. */
    public static Fen floorOfYuan(BigDecimal yuan) {
        return new Fen(yuan.movePointRight(2).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    public BigDecimal toYuan() {
        return BigDecimal.valueOf(amount, 2);
    }

    /** Yuan as a lawyer writes them: {@code 5万元}, {@code 1500元}, {@code 25.76元}. */
    public String chinese() {
        BigDecimal yuan = toYuan().stripTrailingZeros();
        if (amount >= 1_000_000 && amount % 10_000 == 0) {
            return yuan.movePointLeft(4).stripTrailingZeros().toPlainString() + "万元";
        }
        return yuan.toPlainString() + "元";
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }
}
