package cn.faheng.casework.inspections;

import cn.faheng.rules.checklist.Checklist;
import cn.faheng.rules.checklist.Checklists;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the checklist of a task together from the checklists of its items; an item without one is asked about as a whole. */
final class Questions {

    private Questions() {}

    static List<Question> of(List<PlanItem> items, LocalDate on) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (PlanItem item : items) {
            Checklist checklist =
                    Checklists.published().of(item.field(), item.name(), on).orElse(null);
            if (checklist == null) {
                questions.put(
                        item.code(),
                        new Question(
                                item.code(),
                                item.code(),
                                "“" + item.name() + "”所检查的情况符合规定",
                                "What is inspected under item " + item.code() + " is in order",
                                item.basis()));
            } else {
                checklist
                        .questions()
                        .forEach(q -> questions.putIfAbsent(
                                q.id(),
                                new Question(
                                        q.id(),
                                        item.code(),
                                        q.text(),
                                        q.textEn(),
                                        q.citation().chinese())));
            }
        }
        return List.copyOf(questions.values());
    }
}
