package cn.faheng.rules.checklist;

import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import java.util.List;

/**
 * The questions of one kind of inspection.
 *
 * @param id its id
 * @param title title
 * @param titleEn English title
 * @param field field of enforcement
 * @param itemWords words of which one occurs in the names of the inspection items it is for
 * @param scope the provision that says what has to be looked at
 * @param effective the days on which the provisions hold in the cited versions
 * @param note remarks, or empty
 * @param questions the questions
 */
public record Checklist(
        String id,
        String title,
        String titleEn,
        String field,
        List<String> itemWords,
        Citation.OfProvision scope,
        EffectivePeriod effective,
        String note,
        List<Question> questions) {

    public Checklist {
        itemWords = List.copyOf(itemWords);
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("The checklist " + id + " has no questions");
        }
    }

    /** One question. */
    public record Question(String id, String text, String textEn, Citation.OfProvision citation) {}

    boolean isFor(String itemField, String itemName) {
        return field.equals(itemField) && itemWords.stream().anyMatch(itemName::contains);
    }
}
