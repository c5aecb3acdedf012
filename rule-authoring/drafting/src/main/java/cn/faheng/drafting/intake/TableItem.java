package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceBasis;
import cn.faheng.drafting.intake.SourceItem.SourceFactor;
import cn.faheng.drafting.intake.SourceItem.SourceOption;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.intake.TableHeader.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One item while its rows are read. */
final class TableItem {

    private final int index;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<SourceTier> tiers = new ArrayList<>();
    private final List<Grid.Cell> standards = new ArrayList<>();
    private final Map<String, List<SourceOption>> factors = new LinkedHashMap<>();
    private final List<String> starts = new ArrayList<>();
    private final Map<String, Set<Grid.Cell>> leftovers = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private @Nullable TableHeader header;
    private String question = "";
    private String key = "";

    TableItem(int index, String title, String code) {
        this.index = index;
        attributes.put("title", title);
        attributes.put("code", code);
    }

    int index() {
        return index;
    }

    boolean hasRows() {
        return !tiers.isEmpty() || !factors.isEmpty() || !starts.isEmpty();
    }

    boolean isFor(TableHeader under) {
        return header == null || header.equals(under);
    }

    boolean hasKey() {
        return !key.isEmpty();
    }

    String key() {
        return key;
    }

    void key(String words) {
        key = words;
    }

    void note(String words) {
        notes.add(words);
    }

    List<String> doubts() {
        return doubts;
    }

    List<Grid.Cell> standards() {
        return standards;
    }

    void attribute(ColumnRole role, String name, Grid.Cell value) {
        String words = value.text().strip();
        switch (role) {
            case CODE -> attributes.put("code", Words.name(words));
            case VIOLATION -> violation(Words.name(words));
            case VIOLATED -> attributes.put("violated", words);
            case BASIS, RANGE -> attributes.merge("statute", words, (a, b) -> a.equals(b) ? a : a + "\n" + b);
            case REMARK -> notes.add(words);
            default -> {
                if (name.endsWith("起点")) {
                    starts.addAll(List.of(words.split("[、，,；;/\\s]+")));
                } else if (name.startsWith("计算")) {
                    notes.add(words);
                } else {
                    attributes.put(name, words);
                }
            }
        }
    }

    /** 1.3 建设单位未依法备案…: the number in front is the item's. */
    private void violation(String words) {
        Matcher numbered =
                Pattern.compile("^([0-9]+(?:[.-][0-9]+)+)[、.．\\s]*(.+)$").matcher(words);
        boolean unnumbered = attributes.getOrDefault("code", "").isBlank();
        if (numbered.matches() && unnumbered) {
            attributes.put("code", numbered.group(1));
            attributes.put("title", numbered.group(2));
        } else {
            attributes.put("title", words);
        }
    }

    void row(Grid grid, int row, TableHeader under, Preview preview) {
        header = under;
        for (Column column : under.columns()) {
            grid.at(row, column.index()).filter(c -> c.problem() != null).ifPresent(c -> {
                preview.open(c, column.name(), String.valueOf(c.problem()), index);
                doubts.add(c.address() + "：" + c.problem());
            });
            switch (column.role()) {
                case CODE, VIOLATION, VIOLATED, BASIS, RANGE -> {
                    grid.at(row, column.index()).filter(c -> !c.isBlank()).ifPresent(c -> {
                        if (c.row() == row || !hasRows()) {
                            attribute(column.role(), column.name(), c);
                        }
                        preview.understood(c, column.name(), c.words(), index);
                    });
                }
                case SERIAL ->
                    grid.at(row, column.index()).filter(c -> !c.isBlank()).ifPresent(c -> {
                        attributes.putIfAbsent("serial", c.words());
                        preview.understood(c, "序号", c.words(), index);
                    });
                case REMARK ->
                    grid.at(row, column.index()).filter(c -> !c.isBlank()).ifPresent(c -> {
                        if (under.has(ColumnRole.WEIGHT)) {
                            notes.add(c.words());
                        }
                        preview.understood(c, "备注", c.words(), index);
                    });
                default -> {}
            }
        }
        if (under.has(ColumnRole.WEIGHT)) {
            new WeightRow(grid, row, under, preview, index).read(factors, starts, doubts);
        } else {
            TierRow read = new TierRow(grid, row, under, preview, index, tiers.size() + 1);
            read.tier().ifPresent(t -> {
                tiers.add(t);
                standards.add(read.standardCell());
            });
            question = question.isEmpty() ? read.question() : question;
            for (Column column : read.leftovers()) {
                grid.at(row, column.index()).filter(c -> !c.isBlank()).ifPresent(c -> leftovers
                        .computeIfAbsent(column.name(), n -> new LinkedHashSet<>())
                        .add(c));
            }
        }
    }

    /** A column that says the same in every row, or only counts the rows, chooses no tier. */
    void settle(Preview preview) {
        Set<String> names = new LinkedHashSet<>();
        tiers.forEach(t -> names.addAll(t.conditions().keySet()));
        leftovers.forEach((name, cells) -> {
            List<String> words = tiers.stream()
                    .map(t -> t.conditions().getOrDefault(name, ""))
                    .toList();
            boolean same = tiers.size() > 1 && words.stream().distinct().count() == 1;
            boolean counts = words.stream().allMatch(w -> w.matches("[0-9]{1,3}"));
            if (names.size() > 1 && names.contains(name) && (same || counts)) {
                names.remove(name);
                tiers.replaceAll(t -> t.withoutCondition(name));
                cells.forEach(c -> preview.open(
                        c, name, "“" + name + "”一栏" + (counts ? "只有序号" : "各行相同") + "，没有作为条件，请确认它是否影响档次", index));
            }
        });
        if (names.size() == 1) {
            question = names.iterator().next();
            tiers.replaceAll(SourceTier::withOneCondition);
        }
    }

    SourceItem source(DocumentFacts facts) {
        String code = attributes.getOrDefault("code", "");
        String serial = attributes.getOrDefault("serial", "");
        String statute = attributes.getOrDefault("statute", "");
        List<SourceBasis> bases = QuotedProvision.named(statute);
        String id = !code.isBlank() ? code : !serial.isBlank() ? serial : String.valueOf(index + 1);
        String title = attributes.getOrDefault("title", "");
        return new SourceItem(
                id,
                facts.field(title + statute),
                attributes.getOrDefault("适用地区", facts.jurisdiction()),
                "published",
                title.isBlank() ? "第" + id + "项" : title,
                bases,
                attributes.getOrDefault("violated", ""),
                statute,
                question,
                tiers,
                starts,
                factors.entrySet().stream()
                        .map(e -> new SourceFactor(e.getKey(), e.getValue()))
                        .toList(),
                notes(),
                facts.bounds(),
                "",
                facts.document(attributes),
                attributes.getOrDefault("施行日期", facts.effective()),
                expires(facts),
                "read from the uploaded file",
                List.copyOf(remarks));
    }

    private String expires(DocumentFacts facts) {
        String words = attributes.getOrDefault("有效期", "");
        Matcher to =
                Pattern.compile("至\\s*(\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日?)").matcher(words);
        return to.find() ? to.group(1) : words.isBlank() ? facts.expires() : words;
    }

    private String notes() {
        return String.join("\n", notes);
    }
}
