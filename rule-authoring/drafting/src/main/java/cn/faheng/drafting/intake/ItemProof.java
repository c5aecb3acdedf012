package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.Prover;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves drafts of imported items together with the statutory range that is proposed beside them. */
public final class ItemProof {

    private final RuleBase base;
    private final LawLibrary library;
    private final Prover prover;

    /**
     * Proves against a rule base.
     *
     * @param base the rule base in force
     * @param library texts of instruments beyond those that the rule base cites
     */
    public ItemProof(RuleBase base, LawLibrary library) {
        this.base = base;
        this.library = library;
        this.prover = new Prover(base, new ModelRegistry(), false);
    }

    /** Proves the sheet of a draft; throws FormatException or IllegalArgumentException where it is no rule set. */
    public ProofReport prove(DraftContent content) {
        RuleSet draft = SheetWriter.toRuleSet(content.sheet(), content.cases());
        List<RuleSet> companions = statute(content).map(List::of).orElse(List.of());
        return prover.prove(draft, companions, laws(content.laws(), draft, companions));
    }

    /** Proves the statutory range that a draft proposes; empty where it proposes none. */
    public Optional<ProofReport> proveStatute(DraftContent content) {
        return statute(content)
                .map(statute -> prover.prove(statute, List.of(), laws(content.laws(), statute, List.of())));
    }

    private static Optional<RuleSet> statute(DraftContent content) {
        Sheet statute = content.statute();
        return Optional.ofNullable(statute)
                .map(s -> SheetWriter.toRuleSet(s, Objects.requireNonNullElse(content.statuteCases(), "")));
    }

    /** Every version of each law that is cited, so that it shows when its words change or it ends. */
    private List<LegalInstrument> laws(List<LegalInstrument> quoted, RuleSet draft, List<RuleSet> companions) {
        Map<String, LegalInstrument> needed = new LinkedHashMap<>();
        quoted.forEach(law -> needed.put(law.title() + law.version(), law));
        List<RuleSet> all = new ArrayList<>(companions);
        all.add(draft);
        all.stream()
                .flatMap(ruleSet -> ruleSet.basis().stream())
                .map(ItemProof::title)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(title -> library.versions(Objects.requireNonNull(title)).stream())
                .filter(law -> !clashes(law))
                .forEach(law -> needed.put(law.title() + law.version(), law));
        return List.copyOf(needed.values());
    }

    /** The rule base may hold the same instrument with other days; it goes before a text of a folder. */
    private boolean clashes(LegalInstrument law) {
        return base.law().versions(law.title()).stream()
                .anyMatch(held -> held.effective().overlaps(law.effective())
                        && !held.version().equals(law.version()));
    }

    private static @Nullable String title(RuleSet.Basis basis) {
        return basis.citation() instanceof Citation.OfProvision provision ? provision.law() : null;
    }
}
