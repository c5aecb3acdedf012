package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.BaseVersion;
import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.authoring.models.XmlText;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.NotASheetException;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetReader;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.trial.ModelGate;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialException;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes drafts of what there is: a published version, a template, a model; and brings models back into drafts. */
@Service
public class DraftMaker {

    /** What our own models are called; one that comes back from an editor is a sheet again. */
    private static final String OWN_NAMESPACE = "https://faheng.cn/rules/";

    private final Drafts drafts;
    private final RuleBases ruleBases;
    private final Clock clock;

    DraftMaker(Drafts drafts, RuleBases ruleBases, Clock clock) {
        this.drafts = drafts;
        this.ruleBases = ruleBases;
        this.clock = clock;
    }

    /** The published version with this address; throws the problem {@code unknown-rule-set}. */
    public RuleSet published(String address) {
        try {
            RuleSetRef ref = RuleSetRef.parse(address);
            return ruleBases.current().catalogue().ruleSet(ref).orElseThrow(() -> unknown(address));
        } catch (IllegalArgumentException e) {
            throw unknown(address);
        }
    }

    private static ProblemException unknown(String address) {
        String shown = address.length() <= 100 ? address : address.substring(0, 100) + "…";
        return new ProblemException(Problem.of(ProblemType.UNKNOWN_RULE_SET).with("ruleSet", shown));
    }

    /**
     * A new version of a published one.
     *
     * @param from its first day in force, or null for today
     */
    public Draft newVersion(String address, @Nullable LocalDate from, Actor actor) {
        RuleSet base = published(address);
        RuleBaseState state = ruleBases.current();
        Sheet sheet = startingOn(Changes.sheet(base, state), from == null ? LocalDate.now(clock) : from);
        DraftContent content = new DraftContent(sheet, null, List.of(), base.cases(), null, List.of());
        return drafts.create(
                new NewDraft(
                        content,
                        null,
                        base.ref().id().path(),
                        new BaseVersion(base.ref().toString(), base.contentHash()),
                        "以 " + base.ref() + " 为基础的新版"),
                actor);
    }

    private static Sheet startingOn(Sheet sheet, LocalDate from) {
        LocalDate to = sheet.effectiveTo();
        return sheet.withPeriod(from, to != null && to.isBefore(from) ? null : to);
    }

    /** An empty draft of a form; see {@link Templates}. */
    public Draft fromTemplate(
            String template,
            Sheet.@Nullable SheetItem item,
            @Nullable String hook,
            @Nullable String jurisdiction,
            @Nullable LocalDate from,
            Actor actor) {
        DraftContent content = Templates.of(
                template,
                item,
                hook,
                jurisdiction == null ? "000000" : jurisdiction,
                from == null ? LocalDate.now(clock) : from);
        return drafts.create(NewDraft.of(content, "由模板“" + template + "”新建"), actor);
    }

    /** What stands around a model that comes without anything said about it. */
    Sheet blank(@Nullable String hook, @Nullable String jurisdiction, @Nullable LocalDate from) {
        return new Sheet(
                null,
                "general",
                hook,
                List.of(),
                from == null ? LocalDate.now(clock) : from,
                null,
                jurisdiction == null ? "000000" : jurisdiction,
                "",
                List.of(),
                null,
                "mixed",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /**
     * A draft of a model.
     *
     * @param content what the model does not say; its decisions are taken from the model where a sheet can hold them
     * @param asSheet whether it is to be a sheet; any other model is kept as it was given, type by type
     * @param imports models that it imports; such a draft is always one for experts
     */
    public Draft fromModel(
            DraftContent content,
            @Nullable String ruleSet,
            String dmn,
            List<String> imports,
            boolean asSheet,
            Actor actor) {
        Held held = held(content, dmn, imports, asSheet || dmn.contains(OWN_NAMESPACE));
        return drafts.create(new NewDraft(held.content, held.expert, ruleSet, null, held.what), actor);
    }

    /** Saves the model of a draft, as it comes back from a DMN editor. */
    public Draft saveModel(UUID id, int basedOn, byte[] dmn, Actor actor) {
        return saveModel(id, basedOn, new SentModel(XmlText.of(dmn), null), actor);
    }

    /** The same; the models that it imports stay those of the draft where none came with it. */
    Draft saveModel(UUID id, int basedOn, SentModel sent, Actor actor) {
        return drafts.noted(id, "EDIT", actor, () -> {
            Draft draft = drafts.get(id);
            List<String> kept =
                    draft.expert() == null ? List.of() : draft.expert().imports();
            String text = sent.text();
            List<String> imports = sent.imports() == null ? kept : sent.imports();
            Held held = held(draft.content(), text, imports, text.contains(OWN_NAMESPACE));
            return drafts.save(id, basedOn, held.content, held.expert, held.what, actor);
        });
    }

    /** The model of a draft. */
    public String model(Draft draft) {
        ExpertModel expert = draft.expert();
        if (expert != null) {
            return expert.dmn();
        }
        try {
            return draft.ruleSet() == null
                    ? SheetWriter.write(draft.sheet(), "").dmn()
                    : SheetWriter.write(draft.ref(), draft.sheet(), "").dmn();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "草案还不能写成模型：" + e.getMessage());
        }
    }

    private record Held(DraftContent content, @Nullable ExpertModel expert, String what) {}

    /** In a sheet where a sheet can hold it, else as it was given. */
    private static Held held(DraftContent content, String dmn, List<String> imports, boolean asSheet) {
        if (dmn.contains("package ") && dmn.contains("rule ") && dmn.contains("then") && !dmn.contains("<")) {
            throw new ProblemException(ProblemType.DRL_NOT_ACCEPTED);
        }
        try {
            ModelGate.check(new ModelTexts(dmn, imports));
        } catch (TrialException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, e.detail());
        }
        if (imports.isEmpty() && asSheet) {
            try {
                Sheet sheet = SheetReader.withModel(content.sheet(), dmn);
                return new Held(with(content, sheet), null, "由 DMN 模型更新");
            } catch (NotASheetException e) {
                return new Held(
                        ExpertRows.into(content, dmn),
                        new ExpertModel(dmn, imports),
                        "DMN 模型按原样保存，表格不能显示：" + e.getMessage());
            }
        }
        return new Held(ExpertRows.into(content, dmn), new ExpertModel(dmn, imports), "DMN 模型按原样保存");
    }

    private static DraftContent with(DraftContent content, Sheet sheet) {
        return new DraftContent(
                sheet, content.statute(), content.laws(), content.cases(), content.statuteCases(), content.questions());
    }
}
