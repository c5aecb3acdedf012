package cn.faheng.authoring.drafts;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.server.registry.LawTexts;
import cn.faheng.server.registry.RuleBases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The provisions that a draft quotes and the rule base does not hold: those it brings along, and those the law library has. */
@Service
public class DraftLaws {

    private final RuleBases ruleBases;
    private final LawTexts texts;

    DraftLaws(RuleBases ruleBases, LawTexts texts) {
        this.ruleBases = ruleBases;
        this.texts = texts;
    }

    /** What is proved and published with the draft, article by article. */
    public List<LegalInstrument> of(Draft draft) {
        return of(draft, ruleBases.current().law());
    }

    /** The same beside the law of another state of the rule base. */
    public List<LegalInstrument> of(Draft draft, LawLibrary base) {
        List<LegalInstrument> laws = new ArrayList<>(draft.content().laws());
        LawLibrary held = base.with(laws);
        LawLibrary library = texts.library();
        for (RuleSet ruleSet : DraftRuleSets.of(draft).ruleSets()) {
            citations(ruleSet)
                    .filter(cited -> held.words(cited).isEmpty())
                    .distinct()
                    .flatMap(cited -> quoted(library, cited).stream())
                    .forEach(laws::add);
        }
        return List.copyOf(laws);
    }

    private static Stream<Citation.OfProvision> citations(RuleSet ruleSet) {
        return Stream.concat(
                        ruleSet.basis().stream().map(RuleSet.Basis::citation),
                        ruleSet.rows().values().stream().flatMap(row -> row.citations().stream()))
                .filter(Citation.OfProvision.class::isInstance)
                .map(Citation.OfProvision.class::cast);
    }

    /** The instrument with the article cited alone. */
    private static Optional<LegalInstrument> quoted(LawLibrary library, Citation.OfProvision cited) {
        return library.version(cited.law(), cited.version()).flatMap(law -> {
            Article article = law.article(cited.at()).orElse(null);
            return article == null
                    ? Optional.empty()
                    : Optional.of(new LegalInstrument(
                            law.title(),
                            law.level(),
                            law.effective(),
                            law.source(),
                            law.confidence(),
                            Map.of(cited.at().ofArticle().toString(), article)));
        });
    }
}
