package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.ClauseReader;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.Doubt;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import java.util.ArrayList;
import java.util.List;
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
    static StatuteProposal of(SourceItem item, Sheet benchmark, List<SheetBasis> bases, Questions questions) {
        SheetBasis first = bases.isEmpty() ? null : bases.get(0);
        if (first == null || first.document() != null || item.statute().isBlank()) {
            questions.ask("statute", item.statute(), "来源没有引用可读的条文，没有提出法定幅度。请由法规库选取条文并填写法定幅度。");
            return none();
        }
        String words = QuotedProvision.wordsOf(item.statute(), first.law());
        ClauseReading reading = ClauseReader.read(words);
        List<PenaltyForm> fit = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (PenaltyForm form : reading.forms()) {
            boolean sameOrgan = form.organ() == null
                    || reading.forms().stream()
                            .allMatch(f -> f.organ() == null || f.organ().equals(form.organ()));
            if (form.isSure() && sameOrgan && StatuteRows.canSay(form)) {
                fit.add(form);
            } else {
                left.add(form.name() + "（" + reading.wordsOf(form.span()) + "）");
            }
        }
        if (fit.isEmpty()) {
            questions.ask("statute", words, "没有从所引条文读出法定的处罚。请填写法定幅度。");
            return none();
        }
        StatuteRows rows = new StatuteRows(fit, reading, first.at());
        Sheet sheet = new Sheet(
                benchmark.item(),
                "statute",
                null,
                List.of(),
                first.version(),
                null,
                jurisdiction(first.law(), benchmark.jurisdiction()),
                authority(first.law()),
                bases.stream()
                        .filter(b -> b.document() == null)
                        .map(b -> new SheetBasis("penalty", b.law(), b.version(), b.at()))
                        .toList(),
                null,
                rows.form(),
                rows.facts(),
                rows.penalties(),
                List.of(rows.decision()),
                rows.leftToPerson(left),
                List.of(),
                "# 法定幅度\n\n由裁量基准所引的条文读出，待确认。\n\n- " + Words.name(words) + "\n");
        List<String> doubts = reading.doubts().stream()
                .filter(d -> d.kind() != Doubt.Kind.MEASURE && d.kind() != Doubt.Kind.CRIME)
                .map(Doubt::asks)
                .distinct()
                .toList();
        if (!left.isEmpty() || !doubts.isEmpty()) {
            questions.ask(
                    "statute",
                    words,
                    "确认法定幅度：已按所引条文提出。"
                            + (left.isEmpty() ? "" : "没有编入的处罚：" + Words.shortened(String.join("；", left), 160) + "。")
                            + Words.shortened(String.join("；", doubts), 160));
        } else {
            questions.note("法定幅度由所引条文读出，条文的每一处罚都有把握。");
        }
        return new StatuteProposal(sheet, ExportedIntake.header(sheet));
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
