package cn.faheng.drafting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the words that a table quotes against the text of the provision that is held. */
final class CitedWords {

    private static final int SHORTEST = 6;
    private static final String AMOUNT = ".*(?:元|倍|百分之|%|日以[上下]|吊销|没收|警告|拘留).*";

    private static final Pattern FIGURE = Pattern.compile("[0-9.]+[元倍](?:以[上下](?:[0-9.]+[元倍]以下)?)?|百分之[一二三四五六七八九十]+");

    private CitedWords() {}

    /**
     * What differs.
     *
     * @param amounts quoted sentences about a penalty that the provision does not have
     * @param others other quoted sentences that it does not have in these words
     */
    record Difference(List<String> amounts, List<String> others) {
        Difference {
            amounts = List.copyOf(amounts);
            others = List.copyOf(others);
        }
    }

    /** The quoted sentences that {@code held} does not have; numerals and punctuation make no difference. */
    static Difference between(String quotation, String held) {
        String text = bare(held);
        List<String> amounts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String sentence : quotation.split("[。；：，\\n]|(?<!第)[（(][一二三四五六七八九十]{1,3}[）)]", -1)) {
            String words = bare(sentence);
            if (words.length() >= SHORTEST && !text.contains(words)) {
                boolean differs =
                        sentence.matches(AMOUNT) && !figures(words).stream().allMatch(text::contains);
                (differs ? amounts : others).add(Words.name(sentence));
            }
        }
        return new Difference(amounts, others);
    }

    /** The amounts of a sentence; the sentence itself where it has none. */
    private static List<String> figures(String sentence) {
        List<String> figures = new ArrayList<>();
        Matcher m = FIGURE.matcher(sentence);
        while (m.find()) {
            figures.add(m.group());
        }
        return figures.isEmpty() ? List.of(sentence) : figures;
    }

    /** Without punctuation and blanks, numbers in Arabic figures. */
    private static String bare(String words) {
        StringBuilder result = new StringBuilder();
        String text = Words.squeezed(words).replaceAll("[\\p{Punct}\\p{P}…]", "");
        Matcher m = Pattern.compile(Numbers.NUMBER + "(?=元|倍)").matcher(text);
        int last = 0;
        while (m.find()) {
            result.append(text, last, m.start())
                    .append(Numbers.read(m.group()).map(Numbers::text).orElse(m.group()));
            last = m.end();
        }
        return result.append(text.substring(last)).toString();
    }
}
