package cn.faheng.drafting.draft;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.rules.legal.LegalInstrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a draft. Everything in it is published together or not at all.
 *
 * @param sheet the rule set that is drafted
 * @param statute the statutory range of the same item where the rule base does not hold it yet, or null
 * @param laws provisions that the draft quotes and the rule base does not hold
 * @param cases the cases of the sheet, CSV as in the rule-set format
 * @param statuteCases the cases of the statute, or null with it
 * @param questions what an import or a reading left open
 */
public record DraftContent(
        Sheet sheet,
        @Nullable Sheet statute,
        List<LegalInstrument> laws,
        String cases,
        @Nullable String statuteCases,
        List<OpenQuestion> questions) {

    public DraftContent {
        laws = List.copyOf(laws);
        questions = List.copyOf(questions);
    }

    /**
     * Something that was not understood, or understood in a way that a person has to confirm. While it is open the draft is not
     * published.
     *
     * @param id id, unique in the draft
     * @param where what it concerns: a row id, a fact, {@code basis}, {@code effective}, {@code statute}, …
     * @param original the words of the source
     * @param asks the question, in Chinese, saying what to do
     * @param answer how it was settled, or null while it is open
     */
    public record OpenQuestion(String id, String where, String original, String asks, @Nullable String answer) {
        public boolean isOpen() {
            return answer == null;
        }
    }
}
