package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.ClauseStatute;
import cn.faheng.drafting.clause.ClauseStatute.Origin;
import cn.faheng.drafting.clause.ClauseStatute.StatuteDraft;
import cn.faheng.drafting.clause.Condition;
import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.clause.Doubt;
import cn.faheng.drafting.clause.Mode;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.clause.Scope;
import cn.faheng.drafting.clause.Subject;
import cn.faheng.drafting.clause.Threshold;
import cn.faheng.drafting.intake.StatuteWords.Found;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statutory range of an item that the rule base does not hold, read from the words that the source quotes.
 *
 * @param sheet the proposal, or null
 * @param cases its cases, or null with it
 */
record StatuteProposal(@Nullable Sheet sheet, @Nullable String cases) {

    private static final String NATION = "000000";

    static StatuteProposal none() {
        return new StatuteProposal(null, null);
    }

    /** Proposes the statute beside {@code benchmark}; what is not certain is asked. */
    static StatuteProposal of(
            SourceItem item, Sheet benchmark, List<SheetBasis> bases, IntakeContext context, Questions questions) {
        Optional<Found> found = new StatuteWords(item, context, questions).find(bases);
        if (found.isEmpty()) {
            questions.ask("statute", item.statute(), "来源没有引用可读的条文，没有提出法定幅度。请由法规库选取条文并填写法定幅度。");
            return none();
        }
        Found clause = found.get();
        ClauseReading reading = clause.reading();
        List<PenaltyForm> forms =
                reading.forms().stream().map(StatuteProposal::plain).toList();
        ItemConduct.Choice choice = ItemConduct.of(forms, item.title());
        List<PenaltyForm> fit =
                choice.own().stream().filter(PenaltyForm::isSure).toList();
        List<PenaltyForm> left = choice.own().stream().filter(f -> !f.isSure()).toList();
        String problem = problem(clause, fit, left, benchmark);
        if (problem == null) {
            try {
                return proposal(item, benchmark, bases, clause, choice, questions);
            } catch (IllegalArgumentException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        questions.ask(
                "statute",
                reading.words(),
                "没有提出法定幅度：" + Words.shortened(String.valueOf(problem), 200) + "。请由法规库选取条文并填写法定幅度。");
        return none();
    }

    /** 有违法所得的，没收违法所得 imposes no more than 没收违法所得: where there are no gains there is nothing to confiscate. */
    private static PenaltyForm plain(PenaltyForm form) {
        Threshold threshold = form.condition().threshold();
        boolean any = form.kind() == PenaltyKind.CONFISCATE_ILLEGAL_GAINS
                && form.condition().step() == Step.THRESHOLD
                && threshold != null
                && threshold.min() == null
                && threshold.max() == null
                && !threshold.none()
                && !threshold.uncountable();
        return any ? form.under(new Condition(Step.BASIC, "", form.condition().within(), null)) : form;
    }

    /** Why the provision cannot be the measure of the table, or null. */
    private static @Nullable String problem(
            Found clause, List<PenaltyForm> fit, List<PenaltyForm> left, Sheet benchmark) {
        ClauseReading reading = clause.reading();
        if (clause.problem() != null) {
            return clause.problem();
        }
        boolean fines = fit.stream().anyMatch(f -> f.kind() == PenaltyKind.FINE && f.fine() != null);
        String unread = left.stream()
                .filter(f -> benchmark.penalties().stream()
                        .anyMatch(p -> p.kind().equals(f.kind().code())
                                && p.subject().equals("responsible-person")
                                        == (f.subject() == Subject.RESPONSIBLE_PERSON)))
                .map(f -> "“" + reading.wordsOf(f.span()) + "”" + Objects.requireNonNullElse(f.reason(), ""))
                .distinct()
                .collect(Collectors.joining("；"));
        if (!unread.isEmpty()) {
            return "本表规定的处罚在条文中没有把握读懂：" + unread;
        }
        String doubts = reading.doubts().stream()
                .filter(d -> blocks(d, reading, fines))
                .map(Doubt::asks)
                .distinct()
                .collect(Collectors.joining("；"));
        if (!doubts.isEmpty()) {
            return doubts.replaceFirst("。$", "");
        }
        return fines ? null : "没有从所引条文读出罚款";
    }

    private static boolean blocks(Doubt doubt, ClauseReading reading, boolean fines) {
        return switch (doubt.kind()) {
            case MEASURE, CRIME, EXEMPTION, ORGAN, CONDITION -> false;
            case REFERENCE -> !(fines && reading.wordsOf(doubt.span()).contains("本条第"));
            default -> true;
        };
    }

    private static StatuteProposal proposal(
            SourceItem item,
            Sheet benchmark,
            List<SheetBasis> bases,
            Found clause,
            ItemConduct.Choice choice,
            Questions questions) {
        ClauseReading reading = clause.reading();
        SheetBasis first = clause.basis();
        List<PenaltyForm> sure =
                choice.own().stream().filter(PenaltyForm::isSure).toList();
        List<PenaltyForm> shared = SharedPersons.of(reading, sure).stream()
                .filter(form -> SharedPersons.matters(form, benchmark))
                .toList();
        List<PenaltyForm> read = clause.modeKnown()
                ? sure
                : sure.stream().map(StatuteProposal::optional).toList();
        StatuteDraft draft = ClauseStatute.draft(
                reading,
                SharedPersons.both(read, shared),
                new Origin(
                        benchmark.item(),
                        first.law(),
                        first.version(),
                        first.at(),
                        first.version(),
                        clause.lastDay(),
                        jurisdiction(first.law(), benchmark.jurisdiction()),
                        authority(first.law())),
                Scope.of(item.title()));
        if (draft.questions().stream()
                .anyMatch(q -> q.id().startsWith("amount") && !q.asks().contains("择一"))) {
            throw new IllegalArgumentException("条文在同样的条件下写了几个金额");
        }
        List<String> left = new ArrayList<>(draft.sheet().leftToPerson());
        left.add(0, "在法定幅度内确定具体数额");
        choice.own().stream()
                .filter(f -> !f.isSure())
                .forEach(f -> left.add("没有编入：" + f.name() + "（" + f.reason() + "）：" + shown(reading, f)));
        choice.others().forEach(f -> left.add("没有编入同一条文的其他情形：" + shown(reading, f)));
        if (!draft.outside().isEmpty()) {
            left.add("没有编入事项名称以外的情形：" + String.join("、", draft.outside()));
            questions.note("事项名称写明了条文的情形（" + Words.shortened(item.title(), 80) + "），法定幅度只取这一情形。");
        }
        ask(benchmark, clause, shared, questions);
        List<SheetBasis> penalties = Stream.concat(Stream.of(first), bases.stream())
                .filter(b -> b.document() == null)
                .map(b -> new SheetBasis("penalty", b.law(), b.version(), b.at()))
                .distinct()
                .toList();
        Sheet sheet = StatuteBinding.bind(benchmark, draft.sheet())
                .withBasis(penalties)
                .withLeftToPerson(left.stream().distinct().toList())
                .withNotes("# 法定幅度\n\n由裁量基准所引的条文读出" + (clause.held() ? "（文字取自法规库）" : "（文字取自本表的引文）") + "，发布前由人核对。\n\n- "
                        + Words.name(reading.words()) + "\n");
        if (!choice.words().isEmpty()) {
            questions.note("所引条文有几种违法情形，本事项对应“" + Words.shortened(choice.words(), 80) + "”。");
        }
        draft.questions().forEach(q -> questions.note("法定幅度：" + q.asks().replaceFirst("请.*$", "")));
        questions.note("法定幅度由条文读出，其中的罚款都有把握"
                + (left.size() > 1
                        ? "；没有编入的列在法定幅度的“由人决定”中：" + Words.shortened(String.join("；", left.subList(1, left.size())), 200)
                        : "")
                + "。");
        return new StatuteProposal(sheet, ExportedIntake.header(sheet));
    }

    /** What the words leave open and the draft has read in the wider sense. */
    private static void ask(Sheet benchmark, Found clause, List<PenaltyForm> shared, Questions questions) {
        ClauseReading reading = clause.reading();
        shared.stream()
                .filter(f -> SharedPersons.matters(f, benchmark))
                .forEach(f -> questions.ask(
                        "statute",
                        shown(reading, f),
                        "条文中“" + shown(reading, f) + "”写在“" + f.condition().words()
                                + "”之后并以分号隔开，只及于该情形还是及于两种情形，从文字看不出来。草案记为另一情形可以处罚，请确认。"));
        if (!clause.modeKnown()) {
            questions.ask("statute", reading.words(), "来源只摘录了幅度，没有条文全文，是应当处罚还是可以处罚看不出来。草案暂记为可以，数额照摘录编入；请对照条文确认。");
        }
    }

    /** A fine that may be imposed: a bare amount does not say that it must. */
    private static PenaltyForm optional(PenaltyForm form) {
        return form.kind() == PenaltyKind.FINE && form.mode() == Mode.MUST ? form.with(Mode.MAY) : form;
    }

    private static String shown(ClauseReading reading, PenaltyForm form) {
        return Words.shortened(Words.name(reading.wordsOf(form.span())), 80);
    }

    private static String jurisdiction(String law, String ofBenchmark) {
        if (law.startsWith("中华人民共和国")) {
            return NATION;
        }
        for (int length = Math.min(law.length(), 14); length >= 2; length--) {
            String place = law.substring(0, length).replace("经济特区", "市");
            if (Divisions.code(place).isPresent()) {
                return Divisions.code(place).orElse(ofBenchmark);
            }
        }
        return NATION;
    }

    private static String authority(String law) {
        return law.startsWith("中华人民共和国") && law.endsWith("法") ? "全国人民代表大会常务委员会" : "《" + law + "》的制定机关";
    }
}
