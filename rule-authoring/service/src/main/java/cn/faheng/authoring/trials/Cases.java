package cn.faheng.authoring.trials;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.BoundedModel;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.ProposedCases;
import cn.faheng.drafting.cases.BoundaryCases;
import cn.faheng.drafting.cases.CaseCoverage;
import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.drafting.cases.CaseRun;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.Receipt;
import cn.faheng.server.receipts.ReceiptAccess;
import cn.faheng.server.receipts.ReceiptStore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of a draft: edited as a table, run, generated on every boundary, taken from stored decisions. */
@Service
public class Cases {

    private static final Map<String, BigDecimal> YUAN = Map.of(
            "元", BigDecimal.ONE, "万元", new BigDecimal(10_000), "角", new BigDecimal("0.1"), "分", new BigDecimal("0.01"));

    private final Drafts drafts;
    private final ReceiptStore receipts;
    private final JsonMapper json;

    Cases(Drafts drafts, ReceiptStore receipts, JsonMapper json) {
        this.drafts = drafts;
        this.receipts = receipts;
        this.json = json;
    }

    /**
     * What the cases come to, and what they reach.
     *
     * @param run case by case
     * @param coverage rows and boundary values
     */
    public record Ran(CaseRun run, CaseCoverage coverage) {}

    /** Which of the rule sets of a draft the cases are of. */
    public enum Part {
        RULE_SET,
        STATUTE;

        /**
         * The sheet of this part.
         *
         * @throws ProblemException {@code draft-refused} when the draft brings no statute along
         */
        public Sheet sheet(Draft draft) {
            Sheet statute = draft.content().statute();
            if (this == RULE_SET) {
                return draft.sheet();
            }
            if (statute == null) {
                throw new ProblemException(ProblemType.DRAFT_REFUSED, "这份草案没有附带法定幅度：事项的法定幅度已经在规则库里。");
            }
            return statute;
        }

        /** The cases of this part. */
        public String cases(Draft draft) {
            return this == RULE_SET
                    ? draft.content().cases()
                    : Objects.requireNonNullElse(draft.content().statuteCases(), "");
        }
    }

    /** Runs the cases of a draft. */
    public Ran run(UUID id, Part part) {
        Draft draft = drafts.get(id);
        part.sheet(draft);
        CompiledRuleSet compiled = compiled(draft, part);
        return computed(
                () -> new Ran(CaseRun.of(compiled, part.cases(draft)), CaseCoverage.of(compiled, part.cases(draft))));
    }

    /** The cases with one on every boundary that no case reaches yet, and one step beside it; nothing is saved. */
    public String generate(UUID id, Part part) {
        Draft draft = drafts.get(id);
        if (draft.expert() != null) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "按原样保存的 DMN 模型不能自动生成用例；请手工添加。");
        }
        BoundedModel.require(DraftRuleSets.of(draft));
        // Proposals that nobody has confirmed are made anew: the sheet may have changed since.
        return computed(() -> BoundaryCases.complete(part.sheet(draft), ProposedCases.confirmed(part.cases(draft))));
    }

    /** The cases with what the draft answers now wherever something else was expected; nothing is saved. */
    public String asAnswered(UUID id, Part part) {
        CaseCsv table = CaseCsv.read(part.cases(drafts.get(id)));
        for (CaseRun.CaseResult result : run(id, part).run().cases()) {
            int row = table.row(result.id());
            for (CaseRun.ColumnResult column : result.columns()) {
                if (!column.passed()) {
                    table = table.withCell(row, "=" + column.column(), column.actual());
                }
            }
        }
        return table.write();
    }

    private static CompiledRuleSet compiled(Draft draft, Part part) {
        DraftRuleSets parts = DraftRuleSets.of(draft);
        BoundedModel.require(parts);
        try {
            return new CompiledRuleSet(
                    part == Part.RULE_SET ? parts.main() : parts.ruleSets().get(1));
        } catch (InvalidModelException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "草案的模型不能编译：" + String.join("；", e.reasons()));
        }
    }

    private static <T> T computed(Supplier<T> computing) {
        try {
            return computing.get();
        } catch (IllegalArgumentException | InvalidModelException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "用例不能运行：" + e.getMessage());
        }
    }

    /** Saves the cases; those of the statute that were proposed are confirmed by it. */
    public Draft save(UUID id, int basedOn, String cases, @Nullable String statuteCases, Actor actor) {
        return save(id, basedOn, cases, statuteCases, "修改用例", actor);
    }

    private Draft save(UUID id, int basedOn, String cases, @Nullable String statuteCases, String what, Actor actor) {
        String confirmed;
        try {
            CaseCsv.read(cases);
            confirmed = statuteCases == null ? null : ProposedCases.confirm(statuteCases);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "用例读不出来：" + e.getMessage());
        }
        DraftContent content = drafts.get(id).content();
        DraftContent changed = new DraftContent(
                content.sheet(),
                content.statute(),
                content.laws(),
                cases,
                confirmed == null ? content.statuteCases() : confirmed,
                content.questions());
        return drafts.save(id, basedOn, changed, what, actor);
    }

    /**
     * Adds a stored decision as a case: its facts, as far as the draft asks for them. What is to come out is for a person to say.
     *
     * @param who who asks; only decisions that he or she may see are taken
     */
    public Draft addReceipt(
            UUID id, int basedOn, UUID receiptId, @Nullable String title, Authentication who, Actor actor) {
        Receipt receipt = receipts.find(receiptId)
                .filter(found -> ReceiptAccess.mayRead(found, who))
                .orElseThrow(() -> new ProblemException(ProblemType.RECEIPT_NOT_FOUND));
        Draft draft = drafts.get(id);
        JsonNode request = json.readTree(receipt.content()).path("request");
        Map<String, String> cells = new LinkedHashMap<>();
        CaseCsv cases = draft.content().cases().isBlank()
                ? CaseCsv.empty()
                : CaseCsv.read(draft.content().cases());
        String caseId = "R" + receiptId.toString().substring(24);
        cells.put("id", caseId);
        cells.put("title", title == null || title.isBlank() ? "留痕 " + receiptId : title);
        for (SheetFact fact : draft.sheet().facts()) {
            JsonNode value = fact.fromParty()
                    ? request.at("/party/kind")
                    : request.path("facts").path(fact.name());
            if (!value.isMissingNode()) {
                cells.put(fact.name(), text(value));
            }
        }
        CaseCsv wide = cases;
        for (String column : cells.keySet()) {
            wide = wide.columns().contains(column) ? wide : wide.withColumn(column);
        }
        wide = wide.row(caseId) < 0 ? wide : wide.without(caseId);
        return save(id, basedOn, wide.with(cells).write(), null, "以留痕 " + receiptId + " 为用例", actor);
    }

    private static String text(JsonNode value) {
        if (!value.isObject()) {
            return value.asString();
        }
        BigDecimal number = new BigDecimal(value.path("value").asString());
        BigDecimal factor = YUAN.getOrDefault(value.path("unit").asString(), BigDecimal.ONE);
        return number.multiply(factor).stripTrailingZeros().toPlainString();
    }
}
