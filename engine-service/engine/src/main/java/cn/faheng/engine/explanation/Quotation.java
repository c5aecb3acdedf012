package cn.faheng.engine.explanation;

import cn.faheng.engine.outcome.Decision.QuotedProvision;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import java.util.List;

/** Quotes provisions with their words in the version cited. */
public final class Quotation {

    private final LawLibrary law;

    public Quotation(LawLibrary law) {
        this.law = law;
    }

    public List<QuotedProvision> of(List<Citation> citations) {
        return citations.stream().distinct().map(this::of).toList();
    }

    private QuotedProvision of(Citation citation) {
        if (citation instanceof Citation.OfProvision provision) {
            return new QuotedProvision(
                    provision.chinese(),
                    provision.version(),
                    law.words(provision).orElse(null));
        }
        return new QuotedProvision(citation.chinese(), null, null);
    }
}
