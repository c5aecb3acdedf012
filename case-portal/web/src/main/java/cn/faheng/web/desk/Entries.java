package cn.faheng.web.desk;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What an officer has entered, kept as it was entered so that nothing is lost when something has to be corrected. */
public final class Entries {

    private final MultiValueMap<String, String> values;

    public Entries(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** As entered, or an empty text. */
    public String value(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    /** Whether {@code value} is among the answers of {@code name}. */
    public boolean has(String name, String value) {
        List<String> all = values.get(name);
        return all != null && all.contains(value);
    }

    public boolean ticked(String name) {
        return values.containsKey(name) && !value(name).isBlank();
    }

    /** Whether the page was opened without anything entered. */
    public boolean fresh() {
        return !values.containsKey("actStart");
    }

    List<String> all(String name) {
        List<String> all = values.get(name);
        return all == null ? List.of() : all;
    }

    /** Without blanks around it, full-width signs made plain; null when nothing is entered. */
    @Nullable
    String plain(String name) {
        String value = Normalizer.normalize(value(name), Normalizer.Form.NFKC).strip();
        return value.isEmpty() ? null : value;
    }

    /** A number as the law's readers type it: {@code 12,500}, {@code １２５００}; null when nothing is entered. */
    @Nullable
    String number(String name) {
        String value = plain(name);
        return value == null ? null : value.replace(",", "").replace(" ", "");
    }

    /** The text as entered, only without blanks around it; null when nothing is entered. */
    @Nullable
    String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }
}
