package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads items from tables. */
final class TableIntake {

    private static final Pattern UPPER =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千万]+)([\\u4e00-\\u9fa5（）%]{0,6}?)以下");

    private TableIntake() {}

    static IntakeResult read(List<Grid> grids, SourceFile file, IntakeContext context) {
        Preview preview = new Preview();
        DocumentFacts facts = new DocumentFacts(file.name());
        List<TableItem> found = new TableItems(grids, preview, facts).read();
        List<TableItem> whole = found.stream().filter(TableItem::hasRows).toList();
        if (whole.isEmpty()) {
            throw new IntakeRefusedException("文件“" + file.name()
                    + "”中没有找到裁量基准的表格。表头应有“处罚标准”（或者“裁量幅度”“裁量标准”）与“适用条件”“情节”等栏，权重表应有“裁量因素”与“权重”“百分值”两栏。");
        }
        List<ImportedItem> items = new ArrayList<>();
        List<PreviewCell> cells = new ArrayList<>(preview.of(grids, -1));
        for (TableItem item : found) {
            if (item.hasRows()) {
                item.settle(preview);
                SourceItem source = item.source(facts);
                List<TierOutcome> outcomes = ItemDraft.outcomes(source, false);
                mark(item, outcomes, preview);
                ItemDraft draft = new ItemDraft(source, context);
                item.doubts().forEach(d -> draft.questions().ask("table", d, d + "。请核对原件。"));
                bounds(source, draft.questions());
                DraftContent content = draft.content(outcomes);
                List<PreviewCell> own = preview.of(grids, item.index());
                items.add(Intake.imported(source, content, own));
                cells.addAll(own);
            } else {
                cells.addAll(preview.of(grids, item.index()));
            }
        }
        List<String> remarks = new ArrayList<>(List.of("共" + items.size() + "个事项"));
        if (!facts.bounds().isEmpty()) {
            remarks.add("文件说明：" + facts.bounds());
        }
        return new IntakeResult(items, cells, remarks);
    }

    private static void mark(TableItem item, List<TierOutcome> outcomes, Preview preview) {
        for (int i = 0; i < outcomes.size() && i < item.standards().size(); i++) {
            TierOutcome outcome = outcomes.get(i);
            Grid.Cell cell = item.standards().get(i);
            if (outcome.doubt() != null) {
                preview.open(cell, "处罚标准", outcome.doubt(), item.index());
            } else {
                preview.reread(cell, String.valueOf(TierOutcome.chinese(outcome.charges())));
            }
        }
    }

    /** Two options that meet at the same bound, in a document that does not say to which of them the bound belongs. */
    private static void bounds(SourceItem item, Questions questions) {
        if (!item.bounds().isEmpty()) {
            questions.note("“以上”“以下”按文件的说明：" + item.bounds());
            return;
        }
        List<List<String>> lists = new ArrayList<>();
        item.factors()
                .forEach(f -> lists.add(f.options().stream()
                        .map(SourceItem.SourceOption::condition)
                        .toList()));
        lists.add(item.tiers().stream()
                .map(SourceItem.SourceTier::condition)
                .distinct()
                .toList());
        for (List<String> texts : lists) {
            for (String text : texts) {
                Matcher m = UPPER.matcher(Words.squeezed(text));
                while (m.find()) {
                    String same = m.group(1) + m.group(2) + "以上";
                    boolean meets = texts.stream()
                            .anyMatch(t -> !t.equals(text) && Words.squeezed(t).contains(same));
                    if (meets) {
                        questions.ask(
                                "bounds",
                                text,
                                "文件没有说明“以上”“以下”是否包括本数；按民法典第一千二百五十九条都包括本数，“" + m.group(1) + m.group(2)
                                        + "”同时属于两档。请确认恰为该数时归入哪一档。");
                        return;
                    }
                }
            }
        }
    }
}
