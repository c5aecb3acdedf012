package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import java.util.ArrayList;
import java.util.List;

/** What an import leaves open, in order. */
final class Questions {

    private final List<OpenQuestion> asked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Asks.
     *
     * @param where row id, fact, basis, effective, …
     * @param original words of the source
     * @param asks what to do, in Chinese
     */
    void ask(String where, String original, String asks) {
        boolean known =
                asked.stream().anyMatch(q -> q.where().equals(where) && q.asks().equals(asks));
        if (!known) {
            asked.add(new OpenQuestion("Q" + (asked.size() + 1), where, original, asks, null));
        }
    }

    /** Records how something was read that needs no answer. */
    void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    List<OpenQuestion> all() {
        return List.copyOf(asked);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
