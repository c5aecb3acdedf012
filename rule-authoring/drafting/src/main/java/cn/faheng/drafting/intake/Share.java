package cn.faheng.drafting.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact share of the whole: 12.5 %, 1/3. */
record Share(BigInteger numerator, BigInteger denominator) {

    static final Share ZERO = new Share(BigInteger.ZERO, BigInteger.ONE);
    static final Share WHOLE = new Share(BigInteger.ONE, BigInteger.ONE);

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,6})?)%");
    private static final Pattern WORDS = Pattern.compile("百分之([零〇一二三四五六七八九十百]+)");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    Share {
        BigInteger divisor = numerator.gcd(denominator);
        if (divisor.signum() != 0) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** Reads 10%, 百分之十, 1/3, and a bare 0; a bare number that is not zero is not a share. */
    static Optional<Share> read(String words) {
        String text = Words.squeezed(words);
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return Optional.of(ofPercent(new BigDecimal(percent.group(1))));
        }
        Matcher chinese = WORDS.matcher(text);
        if (chinese.matches()) {
            return Numbers.read(chinese.group(1)).map(Share::ofPercent);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches() && !fraction.group(2).matches("0+")) {
            return Optional.of(new Share(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2))));
        }
        return text.matches("0(\\.0+)?") ? Optional.of(ZERO) : Optional.empty();
    }

    static Share ofPercent(BigDecimal percent) {
        return new Share(percent.movePointRight(6).toBigInteger(), BigInteger.TEN.pow(8));
    }

    Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    boolean isMoreThan(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) > 0;
    }

    /** Whether a per cent number with a finite fraction says it exactly. */
    boolean isFinite() {
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    /** In units of 1/{@code whole}; exact for the scale the table chose. */
    BigDecimal in(BigInteger whole) {
        return Numbers.plain(new BigDecimal(numerator.multiply(whole)).divide(new BigDecimal(denominator)));
    }
}
