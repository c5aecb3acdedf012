package cn.faheng.rules.legal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a rule comes from. Every row of every rule set carries at least one. */
public sealed interface Citation {

    /** As a decision quotes it. */
    String chinese();

    /**
     * A provision of a legal instrument in one dated version.
     *
     * @param law title of the instrument
     * @param version first day in force of the version cited
     * @param at the provision
     */
    record OfProvision(String law, LocalDate version, ProvisionPath at) implements Citation {
        @Override
        public String chinese() {
            return "《" + law + "》" + at.chinese();
        }
    }

    /**
     * A published document whose text is not an instrument of the library: a benchmark table, a notice.
     *
     * @param document title
     * @param number document number, or empty
     * @param item the row or section of the document
     * @param confidence how far the text is held: "exact from source", "partial", "text not held", …
     */
    record OfDocument(String document, String number, @Nullable String item, String confidence) implements Citation {
        @Override
        public String chinese() {
            String inBrackets = number.isEmpty() ? "" : "（" + number + "）";
            return "《" + document + "》" + inBrackets + place();
        }

        private String place() {
            if (item == null) {
                return "";
            }
            return item.matches("[0-9.\\-]+") ? "第" + item + "项" : item;
        }
    }
}
