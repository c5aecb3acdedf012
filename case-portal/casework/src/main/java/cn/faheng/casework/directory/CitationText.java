package cn.faheng.casework.directory;

import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.rules.legal.ProvisionPath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Citations in one line: title@first day of the version#place, 中华人民共和国食品安全法@2025-12-01#110. */
final class CitationText {

    static final String EXAMPLE = "中华人民共和国食品安全法@2025-12-01#124/1";

    private static final Pattern FORM = Pattern.compile("《?([^@#《》]{2,100})》?@(\\d{4}-\\d{2}-\\d{2})#([0-9/-]{1,20})");

    private CitationText() {}

    static String write(Citation.OfProvision citation) {
        return citation.law() + "@" + citation.version() + "#" + citation.at();
    }

    static Optional<OfProvision> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        try {
            return m.matches()
                    ? Optional.of(
                            new OfProvision(m.group(1), LocalDate.parse(m.group(2)), ProvisionPath.parse(m.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
