package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.problems.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that keeps a draft from being submitted. */
final class Readiness {

    private static final String WHOLE_COUNTRY = "000000";
    private static final Pattern EVERYWHERE = Pattern.compile("\\s*(?:本基准)?(?:适用于)?全国(?:适用)?[。.]?\\s*");

    private final Draft draft;
    private final List<Blocker> blockers = new ArrayList<>();

    private Readiness(Draft draft) {
        this.draft = draft;
    }

    /** What is missing; empty when it may be submitted. */
    static List<Blocker> blockers(Draft draft, Optional<StoredProof> proof, Catalogue catalogue) {
        Readiness readiness = new Readiness(draft);
        readiness.citations(draft.sheet());
        if (draft.content().statute() != null) {
            readiness.citations(draft.content().statute());
        }
        readiness.item(catalogue);
        readiness.questions();
        readiness.form(catalogue);
        readiness.proof(proof);
        return readiness.blockers;
    }

    private void citations(Sheet sheet) {
        if (sheet.basis().isEmpty()) {
            add("cites-nothing", "basis", "没有写明依据。请在依据（basis）里写明法律文件、版本和条款。");
        }
        for (SheetDecision decision : sheet.decisions()) {
            decision.rows().stream()
                    .filter(row -> row.cites().isEmpty())
                    .forEach(row ->
                            add("cites-nothing", row.id(), "第 " + row.id() + " 行没有引用条款。请写明所依据的条款，或者引用公布的文件（source）。"));
        }
    }

    private void item(Catalogue catalogue) {
        Sheet sheet = draft.sheet();
        Sheet.SheetItem item = sheet.item();
        if (item != null
                && catalogue.statutes(item.code()).isEmpty()
                && !sheet.kind().equals("statute")
                && draft.content().statute() == null) {
            add(
                    "no-statute",
                    "statute",
                    "规则库里没有事项 " + item.code() + " 的法定幅度，裁量基准无从比较。请在草案里一并写明（statute）；"
                            + "或者载入所依据的法律，由条文起草法定幅度（POST /clauses:draft），先行公布。");
        }
    }

    private void questions() {
        draft.content().questions().stream()
                .filter(OpenQuestion::isOpen)
                .forEach(question -> add("open-question", question.id(), "待确认：" + question.asks()));
        // The place that an import puts where the source names none is no answer to the question of the place.
        draft.content().questions().stream()
                .filter(question -> question.where().equals("jurisdiction") && !question.isOpen())
                .filter(question -> draft.sheet().jurisdiction().equals(WHOLE_COUNTRY)
                        && !EVERYWHERE
                                .matcher(String.valueOf(question.answer()))
                                .matches())
                .forEach(question -> add(
                        "place-not-set",
                        question.id(),
                        "适用地区还是占位的" + WHOLE_COUNTRY + "，照此公布就适用于全国。请在草案里选择适用地区；确实适用于全国的，请答复“适用于全国”。"));
    }

    private void form(Catalogue catalogue) {
        try {
            DraftRuleSets parts = DraftRuleSets.of(draft);
            if (draft.publication() == null) {
                parts.ruleSets().stream()
                        .map(RuleSet::ref)
                        .filter(ref -> catalogue.ruleSet(ref).isPresent())
                        .forEach(ref -> add(
                                "already-published",
                                "effectiveFrom",
                                "规则库里已经有 " + ref + "，公布的版本不能改写。请把施行日（effectiveFrom）改为新的日期，作为它的新版本；"
                                        + "公布错了的，先撤回那一次公布。"));
            }
        } catch (ProblemException e) {
            add("malformed", "", e.problem().detail());
        }
    }

    private void proof(Optional<StoredProof> found) {
        if (found.isEmpty()) {
            add("not-proved", "", "还没有校验。请先校验（:prove）。");
            return;
        }
        StoredProof proof = found.get();
        if (proof.outdated()) {
            add("outdated-proof", "", "校验的是第 " + proof.revision() + " 版，此后内容有修改。请重新校验（:prove）。");
            return;
        }
        for (Finding finding : proof.refuted()) {
            add("refuted", finding.key(), finding.message());
        }
        for (Finding finding : proof.notProved()) {
            if (proof.acknowledgement(finding.key()).isEmpty()) {
                add("not-acknowledged", finding.key(), "没有证明，需要审核人或者批准人具名确认：" + finding.message());
            }
        }
    }

    private void add(String code, String where, String message) {
        blockers.add(new Blocker(code, where, message));
    }
}
