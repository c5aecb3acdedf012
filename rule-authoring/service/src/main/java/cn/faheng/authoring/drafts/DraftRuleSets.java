package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFiles;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.RuleSetReader;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets that a draft would publish, with their files.
 *
 * @param ruleSets its own version first, then that of the statute it brings along
 * @param files path below the root of the rule base to text
 * @param item its item, or null in the general part
 */
public record DraftRuleSets(List<RuleSet> ruleSets, Map<String, String> files, @Nullable Item item) {

    public DraftRuleSets {
        ruleSets = List.copyOf(ruleSets);
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The draft's own version. */
    public RuleSet main() {
        return ruleSets.get(0);
    }

    /**
     * The rule sets of a draft.
     *
     * @throws ProblemException {@code draft-refused} saying what cannot stand in a rule set
     */
    public static DraftRuleSets of(Draft draft) {
        return of(draft.content(), draft.expert(), draft.ruleSet());
    }

    /** The same of a content that is not a draft yet; {@code ruleSet} as in {@link NewDraft#ruleSet()}. */
    public static DraftRuleSets of(DraftContent content, @Nullable ExpertModel expert, @Nullable String ruleSet) {
        try {
            return read(content, expert, ruleSet);
        } catch (FormatException e) {
            throw new ProblemException(
                    ProblemType.DRAFT_REFUSED,
                    "草案还不能写成规则集："
                            + e.problems().stream()
                                    .limit(10)
                                    .map(FormatProblem::toString)
                                    .collect(Collectors.joining("；"))
                            + "。");
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "草案还不能写成规则集：" + e.getMessage());
        }
    }

    private static DraftRuleSets read(DraftContent content, @Nullable ExpertModel expert, @Nullable String ruleSet) {
        List<RuleSet> ruleSets = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        Sheet sheet = content.sheet();
        RuleSetRef ref = ruleSet == null
                ? SheetWriter.ref(sheet)
                : new RuleSetRef(new RuleSetId(ruleSet), sheet.effectiveFrom());
        RuleSetReader.Files own = expert == null
                ? filesOf(ref, sheet, content.cases())
                : new RuleSetReader.Files(SheetWriter.ruleSetYaml(sheet), expert.dmn(), content.cases(), sheet.notes());
        add(ref, sheet, own, ruleSets, files);
        Sheet statute = content.statute();
        if (statute != null) {
            RuleSetRef statuteRef = SheetWriter.ref(statute);
            String cases = Optional.ofNullable(content.statuteCases())
                    .map(ProposedCases::confirmed)
                    .orElse("");
            add(statuteRef, statute, filesOf(statuteRef, statute, cases), ruleSets, files);
        }
        return new DraftRuleSets(ruleSets, files, SheetWriter.item(sheet));
    }

    private static RuleSetReader.Files filesOf(RuleSetRef ref, Sheet sheet, String cases) {
        SheetFiles written = SheetWriter.write(ref, sheet, cases);
        return new RuleSetReader.Files(written.ruleSet(), written.dmn(), written.cases(), written.notes());
    }

    private static void add(
            RuleSetRef ref, Sheet sheet, RuleSetReader.Files own, List<RuleSet> ruleSets, Map<String, String> files) {
        Sheet.SheetItem item = sheet.item();
        ruleSets.add(RuleSetReader.read(ref, item == null ? null : item.code(), own));
        String folder = "rulesets/" + ref.id() + "/" + ref.version() + "/";
        files.put(folder + "ruleset.yaml", own.yaml());
        files.put(folder + "discretion.dmn", own.dmn());
        files.put(folder + "cases.csv", own.cases());
        files.put(folder + "notes.md", own.notes());
        if (item != null) {
            String itemYaml = SheetWriter.itemYaml(sheet);
            if (itemYaml != null) {
                files.put("rulesets/" + item.field() + "/" + item.code() + "/item.yaml", itemYaml);
            }
        }
    }
}
