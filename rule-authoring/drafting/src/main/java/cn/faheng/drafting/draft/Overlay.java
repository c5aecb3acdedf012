package cn.faheng.drafting.draft;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule base as it would be with drafts in it. The rule base itself stays as it is. */
public final class Overlay {

    private Overlay() {}

    /**
     * As after a publication: a draft ends the version before it on the day before its own first day, and takes the place of a version
     * of the same day.
     *
     * @param item the item of the drafts where the rule base does not know it, or null
     */
    public static RuleBase published(
            RuleBase base, @Nullable Item item, List<RuleSet> drafts, List<LegalInstrument> laws) {
        return laid(base, item, drafts, laws, false);
    }

    /**
     * As if each draft had always been in force in place of every version of its line: what would it have made of cases of any day?
     *
     * @param item the item of the drafts where the rule base does not know it, or null
     */
    public static RuleBase supposed(
            RuleBase base, @Nullable Item item, List<RuleSet> drafts, List<LegalInstrument> laws) {
        List<RuleSet> always = drafts.stream()
                .map(draft -> in(draft, new EffectivePeriod(LocalDate.EPOCH, null)))
                .toList();
        return laid(base, item, always, laws, true);
    }

    private static RuleBase laid(
            RuleBase base, @Nullable Item item, List<RuleSet> drafts, List<LegalInstrument> laws, boolean alone) {
        Catalogue catalogue = base.catalogue();
        Map<String, Item> items = new TreeMap<>();
        catalogue.items().forEach(known -> items.put(known.code(), known));
        if (item != null) {
            items.putIfAbsent(item.code(), item);
        }
        Map<RuleSetId, RuleSet> byLine =
                drafts.stream().collect(Collectors.toMap(draft -> draft.ref().id(), draft -> draft));
        List<RuleSet> ruleSets = new ArrayList<>(drafts);
        for (RuleSet known : catalogue.ruleSets()) {
            RuleSet draft = byLine.get(known.ref().id());
            if (draft == null) {
                ruleSets.add(known);
            } else if (!alone) {
                addWhatRemains(known, draft, ruleSets);
            }
        }
        return new RuleBase(
                new Catalogue(items.values(), ruleSets, adoptions(catalogue, byLine, alone)), law(base, laws));
    }

    private static LawLibrary law(RuleBase base, List<LegalInstrument> laws) {
        return laws.isEmpty() ? base.law() : base.law().with(laws);
    }

    /** Adds what a draft of the same line leaves of a version. */
    private static void addWhatRemains(RuleSet known, RuleSet draft, Collection<RuleSet> into) {
        LocalDate first = draft.effective().from();
        if (!known.effective().overlaps(draft.effective())) {
            into.add(known);
        } else if (known.effective().from().isBefore(first)) {
            into.add(in(known, new EffectivePeriod(known.effective().from(), first.minusDays(1))));
        }
    }

    /** A division that adopted a line goes on with its new version. */
    private static List<RuleSet> adoptions(Catalogue catalogue, Map<RuleSetId, RuleSet> byLine, boolean alone) {
        List<RuleSet> adoptions = new ArrayList<>();
        for (Item item : catalogue.items()) {
            for (RuleSet adopted : catalogue.benchmarks(item.code())) {
                RuleSet.Adoption adoption = adopted.adoption();
                if (adoption == null) {
                    continue;
                }
                RuleSet draft = byLine.get(adopted.ref().id());
                if (draft == null) {
                    adoptions.add(adopted);
                    continue;
                }
                if (!alone) {
                    addWhatRemains(adopted, draft, adoptions);
                }
                boolean known = adoptions.stream()
                        .anyMatch(a ->
                                a.ref().equals(draft.ref()) && a.jurisdiction().equals(adoption.division()));
                if (!known) {
                    adoptions.add(draft.adoptedBy(adoption, draft.effective()));
                }
            }
        }
        return adoptions;
    }

    private static RuleSet in(RuleSet ruleSet, EffectivePeriod period) {
        return new RuleSet(
                ruleSet.ref(),
                ruleSet.kind(),
                ruleSet.itemCode(),
                ruleSet.hook(),
                ruleSet.fields(),
                period,
                ruleSet.jurisdiction(),
                ruleSet.authority(),
                ruleSet.basis(),
                ruleSet.source(),
                ruleSet.form(),
                ruleSet.facts(),
                ruleSet.penalties(),
                ruleSet.rows(),
                ruleSet.leftToPerson(),
                ruleSet.waivers(),
                ruleSet.dmn(),
                ruleSet.cases(),
                ruleSet.notes(),
                ruleSet.contentHash(),
                ruleSet.adoption());
    }
}
