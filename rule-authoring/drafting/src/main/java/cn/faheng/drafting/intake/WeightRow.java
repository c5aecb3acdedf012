package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceOption;
import cn.faheng.drafting.intake.TableHeader.Column;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a factor-weight table: a factor, one of its options, and the weight; or the starting points. */
final class WeightRow {

    private final Grid grid;
    private final int row;
    private final TableHeader header;
    private final Preview preview;
    private final int item;

    WeightRow(Grid grid, int row, TableHeader header, Preview preview, int item) {
        this.grid = grid;
        this.row = row;
        this.header = header;
        this.preview = preview;
        this.item = item;
    }

    void read(Map<String, List<SourceOption>> factors, List<String> starts, List<String> doubts) {
        List<Column> weightColumns = header.of(ColumnRole.WEIGHT);
        String factor = factor(factors);
        String condition = condition();
        List<Grid.Cell> weights = weightColumns.stream()
                .flatMap(c -> grid.at(row, c.index()).stream())
                .distinct()
                .toList();
        if (factor.matches("(?:裁量)?起点.*") || condition.matches("(?:裁量)?起点.*")) {
            starts(weights, starts);
            return;
        }
        if (condition.isEmpty() && weights.stream().allMatch(Grid.Cell::isBlank)) {
            return;
        }
        List<String> values =
                weights.stream().map(c -> weight(c.words())).distinct().toList();
        if (values.size() > 1) {
            doubts.add("因素“" + factor + "”的“" + condition + "”在各列的权重不同，只能按第一列编入");
        }
        for (Grid.Cell cell : weights) {
            Optional<Share> share = Share.read(weight(cell.words()));
            if (share.isPresent() && values.size() == 1) {
                preview.understood(cell, "权重", shown(share.get()), item);
            } else {
                String problem = cell.problem();
                String other = share.isPresent() ? "各列的权重不同" : "不是百分值或者分数";
                preview.open(cell, "权重", problem == null ? other : problem, item);
            }
        }
        factors.computeIfAbsent(factor, name -> new ArrayList<>())
                .add(new SourceOption(condition, values.isEmpty() ? "" : values.get(0)));
    }

    /** A column headed 百分值 (%) whose cells hold bare numbers. */
    private String weight(String words) {
        String text = Words.squeezed(words);
        boolean percent = header.of(ColumnRole.WEIGHT).stream()
                .anyMatch(c -> Words.squeezed(c.name() + c.above()).matches(".*(?:%|百分值).*"));
        return percent && text.matches("[0-9]+(?:\\.[0-9]+)?") ? text + "%" : text;
    }

    private static String shown(Share share) {
        return share.isFinite()
                ? Numbers.text(share.in(BigInteger.valueOf(100))) + "%"
                : share.numerator() + "/" + share.denominator();
    }

    private void starts(List<Grid.Cell> weights, List<String> starts) {
        for (Grid.Cell cell : weights) {
            if (!cell.isBlank()) {
                starts.add(weight(cell.words()));
                preview.understood(cell, "裁量起点", cell.words(), item);
            }
        }
    }

    private String factor(Map<String, List<SourceOption>> factors) {
        Optional<Column> column = header.first(ColumnRole.FACTOR).or(() -> header.first(ColumnRole.UNKNOWN));
        Optional<Grid.Cell> cell = column.flatMap(c -> grid.at(row, c.index())).filter(c -> !c.isBlank());
        cell.ifPresent(c -> preview.understood(c, "裁量因素", c.words(), item));
        // A blank cell below a factor goes on with it.
        return cell.map(Grid.Cell::words)
                .orElseGet(() -> factors.keySet().stream().reduce((a, b) -> b).orElse(""));
    }

    private String condition() {
        Optional<Column> column = header.first(ColumnRole.CONDITION).or(() -> header.columns().stream()
                .filter(c -> c.role() == ColumnRole.UNKNOWN || c.role() == ColumnRole.TIER)
                .reduce((a, b) -> b));
        Optional<Grid.Cell> cell = column.flatMap(c -> grid.at(row, c.index())).filter(c -> !c.isBlank());
        cell.ifPresent(c -> preview.understood(c, "情形", c.words(), item));
        return cell.map(Grid.Cell::words).orElse("");
    }
}
