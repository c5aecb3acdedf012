package cn.faheng.authoring.impact;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.BoundedModel;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.drafting.draft.LawYaml;
import cn.faheng.drafting.impact.ImpactPackage;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Packs a draft with the rule base, so that another machine computes its impact with the same figures. */
@Service
public class ImpactPackages {

    private final Drafts drafts;
    private final RuleBases ruleBases;
    private final DraftLaws laws;
    private final Clock clock;

    ImpactPackages(Drafts drafts, RuleBases ruleBases, DraftLaws laws, Clock clock) {
        this.drafts = drafts;
        this.ruleBases = ruleBases;
        this.laws = laws;
        this.clock = clock;
    }

    public ImpactPackage of(UUID id, Actor actor) {
        actor.require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        Draft draft = drafts.get(id);
        DraftRuleSets parts = DraftRuleSets.of(draft);
        BoundedModel.require(parts);
        Map<String, String> files = new TreeMap<>(parts.files());
        RuleBaseState state = ruleBases.current();
        List<LegalInstrument> quoted = laws.of(draft, state.law());
        // A file of the package takes the place of that of the rule base, so it holds the instrument with all its
        // articles.
        LawLibrary joined = state.law().with(quoted);
        for (LegalInstrument law : quoted) {
            LegalInstrument whole = joined.version(law.title(), law.version()).orElseThrow();
            files.put(LawYaml.path(law), LawYaml.write(whole));
        }
        return new ImpactPackage(
                ruleBases.files(),
                files,
                parts.ruleSets().stream()
                        .map(ruleSet -> ruleSet.ref().toString())
                        .toList(),
                LocalDate.now(clock).toString());
    }
}
