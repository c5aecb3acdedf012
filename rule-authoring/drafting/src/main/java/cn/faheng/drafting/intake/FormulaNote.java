package cn.faheng.drafting.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The note below a weight table that says how the fine is computed.
 *
 * @param formulas one for each result column
 * @param limits caps and floors of the total
 */
record FormulaNote(List<Formula> formulas, List<Limit> limits) {

    private static final Pattern FORMULA = Pattern.compile("(?:^|[：:；;。]|[（(][0-9一二三四五六七八九][）)]|[0-9][.、])"
            + "([^：:；;。（）=]*?)罚款(?:金额|数额|额)=[（(]?([^=；;。]*?)"
            + "(?:裁量百分值总和|百分值总和|裁量权重总和|权重总和|裁量因素权重之和|权重之和)[）)]?[×xX*]([^；;。]+)");
    private static final Pattern LIMIT = Pattern.compile("(?:^|[：:；;。]|[0-9][.、])([^；;。]*?)"
            + "(?:裁量)?(?:百分值总和|权重总和|权重之和)(超过|高于|不足|低于)([0-9.]+%)的?，?(?:均|则)?按(?:照)?([0-9.]+%)计算");

    /**
     * How one result column is computed: total × base × factor.
     *
     * @param label what the column is for, in the source's words; empty where there is only one
     * @param inner how the total is called in the formula
     * @param base what is multiplied besides the total, or null
     * @param factor yuan, or the factor of the base
     * @param statutoryMaximum whether the source says the statutory maximum instead of an amount
     */
    record Formula(String label, String inner, @Nullable String base, BigDecimal factor, boolean statutoryMaximum) {}

    /**
     * A cap or a floor of the total.
     *
     * @param label the column it is for; empty for all
     * @param cap a cap, else a floor
     * @param share how much
     */
    record Limit(String label, boolean cap, Share share) {

        boolean isFor(Formula formula) {
            String bare = bare(label);
            return bare.isEmpty() || bare.equals(bare(formula.label())) || bare.equals(bare(formula.inner()));
        }

        private static String bare(String words) {
            return FormulaNote.label(words).replaceFirst("^对", "");
        }
    }

    FormulaNote {
        formulas = List.copyOf(formulas);
        limits = List.copyOf(limits);
    }

    static FormulaNote read(String notes) {
        String text = Words.squeezed(notes);
        List<Formula> formulas = new ArrayList<>();
        Matcher m = FORMULA.matcher(text);
        while (m.find()) {
            formula(label(m.group(1)), m.group(2), m.group(3)).ifPresent(formulas::add);
        }
        List<Limit> limits = new ArrayList<>();
        Matcher l = LIMIT.matcher(text);
        while (l.find()) {
            boolean cap = l.group(2).equals("超过") || l.group(2).equals("高于");
            if (l.group(3).equals(l.group(4))) {
                Share.read(l.group(3)).ifPresent(share -> limits.add(new Limit(label(l.group(1)), cap, share)));
            }
        }
        return new FormulaNote(formulas, limits);
    }

    private static Optional<Formula> formula(String label, String inner, String product) {
        BigDecimal factor = BigDecimal.ONE;
        String base = null;
        boolean statutory = false;
        for (String part : product.split("[×xX*]", -1)) {
            Optional<BigDecimal> number = factor(part);
            if (number.isPresent()) {
                factor = factor.multiply(number.get());
            } else if (part.matches("(?:法定)?最高(?:罚款)?(?:数额|金额|额|限)(?:（.*）)?|法定罚款最高限额?")) {
                statutory = true;
            } else if (base == null && part.matches("[\\u4e00-\\u9fa5（）()]{2,30}")) {
                base = part;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Formula(label, inner, base, Numbers.plain(factor), statutory));
    }

    private static Optional<BigDecimal> factor(String part) {
        if (part.endsWith("%")) {
            return Numbers.read(part.substring(0, part.length() - 1)).map(n -> n.movePointLeft(2));
        }
        Matcher percent = Pattern.compile("百分之(.+)").matcher(part);
        if (percent.matches()) {
            return Numbers.read(percent.group(1)).map(n -> n.movePointLeft(2));
        }
        return Numbers.read(part.replaceFirst("(?:倍|元)$", ""));
    }

    /** Without 对, 本表, 的 and the like around it. */
    static String label(String words) {
        return words.replaceFirst("^[0-9]+[.、]", "")
                .replaceFirst("^(?:本表)?的?(?:裁量)?(?:计算方法)?(?:为|如下)?", "")
                .replaceFirst("^对(?=.*改正|.*影响|.*违法所得)", "")
                .replaceFirst("的+$", "");
    }
}
