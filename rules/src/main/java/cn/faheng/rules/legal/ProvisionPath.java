package cn.faheng.rules.legal;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a provision in its instrument: 条 article, 款 paragraph, 项 item, 目 sub-item.
 *
 * <p>Written {@code article[-insertion][/paragraph[/item[/sub-item]]]}: {@code 124/1/1} is 第一百二十四条第一款第（一）项,
 * {@code 120-1} is 第一百二十条之一, {@code 33//2} an item of an article whose paragraph is not named.
 *
 * @param article number of the article, 1 or more
 * @param insertion the number behind 之, or 0
 * @param paragraph number of the paragraph, or 0 where none is named
 * @param item number of the item, or 0
 * @param subItem number of the sub-item, or 0
 */
public record ProvisionPath(int article, int insertion, int paragraph, int item, int subItem) {

    /** In the order of the text. */
    public static final Comparator<ProvisionPath> ORDER = Comparator.comparingInt(ProvisionPath::article)
            .thenComparingInt(ProvisionPath::insertion)
            .thenComparingInt(ProvisionPath::paragraph)
            .thenComparingInt(ProvisionPath::item)
            .thenComparingInt(ProvisionPath::subItem);

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,4})(?:-(\\d{1,2}))?(?:/(\\d{0,2}))?(?:/(\\d{1,2}))?(?:/(\\d{1,2}))?");

    public static ProvisionPath parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches() || number(m.group(1)) == 0) {
            throw new IllegalArgumentException("Not a place in a law: '" + text
                    + "'. Write article/paragraph/item/sub-item, for example 124/1/1 or 120-1.");
        }
        return new ProvisionPath(
                number(m.group(1)), number(m.group(2)), number(m.group(3)), number(m.group(4)), number(m.group(5)));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The article alone. */
    public ProvisionPath ofArticle() {
        return new ProvisionPath(article, insertion, 0, 0, 0);
    }

    /** As a decision quotes it: 第一百二十四条第一款第（一）项. */
    public String chinese() {
        StringBuilder text =
                new StringBuilder("第").append(ChineseNumerals.of(article)).append("条");
        if (insertion > 0) {
            text.append("之").append(ChineseNumerals.of(insertion));
        }
        if (paragraph > 0) {
            text.append("第").append(ChineseNumerals.of(paragraph)).append("款");
        }
        if (item > 0) {
            text.append("第（").append(ChineseNumerals.of(item)).append("）项");
        }
        if (subItem > 0) {
            text.append("第").append(subItem).append("目");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(article);
        if (insertion > 0) {
            text.append('-').append(insertion);
        }
        if (paragraph > 0 || item > 0) {
            text.append('/').append(paragraph > 0 ? paragraph : "");
        }
        if (item > 0) {
            text.append('/').append(item);
        }
        if (subItem > 0) {
            text.append('/').append(subItem);
        }
        return text.toString();
    }
}
