package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Changes;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.PublishedBenchmarks;
import cn.faheng.server.registry.RuleBaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published table in plain Chinese.
 *
 * @param title what it decides
 * @param headings headings of its columns
 * @param rows its rows: sentence of the source first, then conditions and results
 */
public record PublicTable(String title, List<String> headings, List<List<String>> rows) {

    /** The tables of a benchmark; none where its model cannot be shown as a table. */
    static List<PublicTable> of(PublishedBenchmarks.Benchmark benchmark, RuleBaseState state) {
        RuleSet ruleSet = benchmark.ruleSet();
        try {
            return of(Changes.sheet(ruleSet, state));
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private static List<PublicTable> of(Sheet sheet) {
        Map<String, Map<String, PlainSheet.PlainRow>> plain = PlainSheet.of(sheet);
        List<PublicTable> tables = new ArrayList<>();
        for (SheetDecision decision : sheet.decisions()) {
            if (decision.form() != SheetDecision.Form.TABLE) {
                continue;
            }
            List<String> headings = new ArrayList<>(List.of("原文"));
            decision.inputs().forEach(input -> headings.add(label(sheet, input)));
            List<List<String>> rows = new ArrayList<>();
            decision.rows().forEach(row -> {
                List<String> line = new ArrayList<>(List.of(row.says()));
                PlainSheet.PlainRow words = plain.getOrDefault(decision.name(), Map.of())
                        .getOrDefault(row.id(), new PlainSheet.PlainRow(List.of(), List.of()));
                line.addAll(words.cells());
                rows.add(line);
            });
            tables.add(new PublicTable(
                    Optional.ofNullable(decision.title()).orElse(label(sheet, decision.name())), headings, rows));
        }
        return tables;
    }

    private static String label(Sheet sheet, String name) {
        return sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(fact -> Optional.ofNullable(fact.label()).orElse(name))
                .findFirst()
                .orElseGet(() -> name.equals("penalty") ? "裁量档次" : title(sheet, name));
    }

    private static String title(Sheet sheet, String name) {
        @Nullable
        String title = sheet.decisions().stream()
                .filter(decision -> decision.name().equals(name))
                .map(SheetDecision::title)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return title == null ? name : title;
    }
}
