package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.intake.TableHeader.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One row of a tier table. */
final class TierRow {

    private static final String MERGED = "（合并）";
    private static final int LONGEST_NAME = 20;
    private static final Pattern SHARE_OF_MAXIMUM = Pattern.compile("(?:占|按)?.*(?:法定|罚款|处罚).*(?:上限|最高).*(?:比例|百分比).*");
    private static final Pattern ASIDE = Pattern.compile(
            "(?:行使|实施|执法|处罚|责任|承办|主管|监管)?(?:层级|主体|机关|机构|部门|科室)|(?:行政)?处罚(?:种类|类型|类别)|.*(?:页码|链接|电话|网址|修订|更新|填报|出处|来源).*");

    private final Grid grid;
    private final int row;
    private final TableHeader header;
    private final Preview preview;
    private final int item;
    private final int number;

    TierRow(Grid grid, int row, TableHeader header, Preview preview, int item, int number) {
        this.grid = grid;
        this.row = row;
        this.header = header;
        this.preview = preview;
        this.item = item;
        this.number = number;
    }

    /** The column that names the condition, where there is one text only. */
    String question() {
        return conditionColumns().size() > 1
                ? ""
                : conditionColumns().stream().map(Column::name).findFirst().orElse("");
    }

    Optional<SourceTier> tier() {
        Map<String, String> standards = new LinkedHashMap<>();
        for (Column column : header.of(ColumnRole.STANDARD)) {
            standards.put(column.name(), inHeader(column.name(), words(column, "处罚标准")));
        }
        List<Column> conditions = conditionColumns();
        Map<String, String> answers = answers(conditions);
        String name = tierName();
        if (standards.values().stream().allMatch(String::isBlank) && answers.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        String remark = header.first(ColumnRole.REMARK)
                .map(c -> grid.words(row, c.index()))
                .orElse("");
        boolean several = conditions.size() > 1;
        String text = several ? "" : answers.values().stream().findFirst().orElse("");
        boolean columns = standards.size() > 1;
        return Optional.of(new SourceTier(
                place(),
                name.isEmpty() ? named(text) : name,
                1,
                several ? String.join("；", answers.values()) : text,
                several ? answers : Map.of(),
                columns
                        ? String.join(
                                "；",
                                standards.entrySet().stream()
                                        .map(e -> e.getKey() + "：" + e.getValue())
                                        .toList())
                        : standards.values().stream().findFirst().orElse(""),
                columns ? standards : Map.of(),
                remark,
                null));
    }

    /** A column headed 占法定罚款上限的比例 holds bare percentages. */
    private static String inHeader(String header, String words) {
        return SHARE_OF_MAXIMUM.matcher(Words.squeezed(header)).matches() && words.matches("\\s*[0-9百].*")
                ? FineWords.STATUTORY_MAXIMUM + "的" + words
                : words;
    }

    /** A tier without a name of its own is called by its condition where that is short. */
    private String named(String condition) {
        return condition.isEmpty() || condition.length() > LONGEST_NAME ? String.valueOf(number) : condition;
    }

    private String place() {
        return grid.name() + "!" + (row + 1);
    }

    Grid.Cell standardCell() {
        return header.first(ColumnRole.STANDARD)
                .flatMap(c -> grid.at(row, c.index()))
                .orElseGet(() -> new Grid.Cell(row, 0, 1, 1, place(), "", null));
    }

    /** 违法程度 names the tier where its words are 一般, 严重 and the like, and is a condition otherwise. */
    private boolean isTierColumn(Column column) {
        String words = grid.words(row, column.index());
        return words.isEmpty() || ColumnRole.namesTier(words) || header.has(ColumnRole.CONDITION);
    }

    private String tierName() {
        Optional<Column> tier = header.first(ColumnRole.TIER).filter(this::isTierColumn);
        return tier.map(column -> words(column, "档次")).orElse("");
    }

    /** The columns of conditions: those named so, else every column between the violation and the standard. */
    private List<Column> conditionColumns() {
        List<Column> named = new ArrayList<>(header.of(ColumnRole.CONDITION));
        List<Column> leftovers = leftovers();
        for (Column column : header.columns()) {
            boolean below =
                    column.role() == ColumnRole.UNKNOWN && !column.name().equals(column.above());
            boolean degree = column.role() == ColumnRole.TIER && !isTierColumn(column);
            if (below || degree || leftovers.contains(column)) {
                named.add(column);
            }
        }
        named.sort((a, b) -> Integer.compare(a.index(), b.index()));
        return named;
    }

    /** Columns of no known sort in front of the standard: conditions too, unless they are about the authority or the paper. */
    List<Column> leftovers() {
        int standard = header.first(ColumnRole.STANDARD).map(Column::index).orElse(Integer.MAX_VALUE);
        return header.columns().stream()
                .filter(c -> c.role() == ColumnRole.UNKNOWN
                        && c.index() < standard
                        && !ASIDE.matcher(Words.squeezed(c.name())).matches())
                .toList();
    }

    private Map<String, String> answers(List<Column> conditions) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<Grid.Cell> cells = conditions.stream()
                .flatMap(c -> grid.at(row, c.index()).stream())
                .filter(c -> !c.isBlank())
                .distinct()
                .toList();
        boolean merged =
                conditions.size() > 1 && cells.size() == 1 && cells.get(0).width() >= conditions.size();
        if (merged) {
            preview.understood(cells.get(0), "条件（各栏合并）", cells.get(0).words(), item);
            return Map.of(MERGED, cells.get(0).words());
        }
        Set<Grid.Cell> used = new HashSet<>();
        for (Column column : conditions) {
            // A cell over several of the columns is an answer to the first of them; the others do not matter there.
            boolean first = grid.at(row, column.index()).map(used::add).orElse(true);
            String words = first ? words(column, "条件") : "";
            if (!words.isEmpty()) {
                answers.put(column.name(), words);
            }
        }
        header.columns().stream()
                .filter(c -> c.role() == ColumnRole.UNKNOWN && !conditions.contains(c))
                .forEach(c -> grid.at(row, c.index())
                        .filter(cell -> !cell.isBlank())
                        .ifPresent(cell -> preview.open(cell, c.name(), "“" + c.name() + "”一栏没有用到，请确认它是否影响档次", item)));
        return answers;
    }

    private String words(Column column, String meaning) {
        Optional<Grid.Cell> cell = grid.at(row, column.index()).filter(c -> !c.isBlank());
        cell.ifPresent(c -> preview.understood(c, meaning, c.words(), item));
        return cell.map(Grid.Cell::words).orElse("");
    }
}
