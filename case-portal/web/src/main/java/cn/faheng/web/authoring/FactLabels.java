package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.web.show.Show;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the questions of a draft, where a proof names them by their names in the model. */
public final class FactLabels {

    private final Map<String, String> labels = new LinkedHashMap<>();

    FactLabels(Draft draft) {
        Sheet statute = draft.content().statute();
        if (statute != null) {
            add(statute);
        }
        add(draft.sheet());
    }

    private void add(Sheet sheet) {
        for (SheetFact fact : sheet.facts()) {
            String label = fact.label();
            if (label != null && !label.isBlank()) {
                labels.put(fact.name(), label);
            }
        }
    }

    /** The question that is called so, or the name itself where the draft has none. */
    public String of(String name) {
        return labels.getOrDefault(name, name);
    }

    /** A sentence with the names in it replaced by the words of the questions. */
    public String in(String sentence) {
        String plain = Show.plain(sentence);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            plain = plain.replace("“" + label.getKey() + "”", "“" + label.getValue() + "”");
        }
        return plain;
    }

    Finding in(Finding finding) {
        return new Finding(
                finding.property(),
                finding.status(),
                finding.key(),
                finding.where(),
                in(finding.message()),
                finding.example());
    }
}
