package cn.faheng.casework.directory;

import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a line of a list of powers is typed. */
@Component
final class PowerLayout implements Layout<PowerEntry> {

    private static final List<Column> COLUMNS = List.of(
            Column.text("body", "主体编码", true, 40, "370811-01"),
            Column.text("item", "事项编码", true, 60, "MK-F124"),
            Column.date("from", "行使权力起", true, "2021-07-15"),
            Column.date("to", "行使权力止", false, ""));

    @Override
    public Subject subject() {
        return Subject.POWER;
    }

    @Override
    public Class<PowerEntry> type() {
        return PowerEntry.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<PowerEntry> read(Typed typed) {
        String body = typed.text("body");
        String item = typed.text("item");
        Optional<EffectivePeriod> period = BodyLayout.period(typed);
        return typed.faults().isEmpty()
                ? Optional.of(new PowerEntry(body, item, period.orElseThrow()))
                : Optional.empty();
    }

    @Override
    public Map<String, String> write(PowerEntry entry) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("body", entry.body());
        row.put("item", entry.item());
        row.put("from", entry.effective().from().toString());
        row.put("to", Cells.of(entry.effective().to()));
        return row;
    }

    @Override
    public String code(PowerEntry entry) {
        return entry.code();
    }

    @Override
    public Index index(PowerEntry entry) {
        return new Index(
                entry.code(), List.of(entry.body(), entry.item()), entry.body(), null, null, List.of(), entry.item());
    }

    @Override
    public LocalDate begins(PowerEntry entry) {
        return entry.effective().from();
    }

    @Override
    public List<Reference> references(PowerEntry entry) {
        return List.of(
                new Reference("body", Subject.BODY, entry.body()), new Reference("item", Subject.ITEM, entry.item()));
    }

    /** A body holds only what is held at its level, and not longer than the item is there. */
    @Override
    public void check(PowerEntry entry, Lookup lookup, Typed typed) {
        Optional<PowerItem> item = lookup.find(PowerItem.class, entry.item());
        Optional<Body> body = lookup.find(Body.class, entry.body());
        if (item.isPresent() && body.isPresent()) {
            Body.Level level = body.orElseThrow().level();
            List<Body.Level> levels = item.orElseThrow().levels();
            if (!levels.contains(level)) {
                typed.fault(
                        "item",
                        "事项由"
                                + Cells.joined(
                                        levels.stream().map(Body.Level::chinese).toList()) + "行使，该主体是"
                                + level.chinese(),
                        "请核对事项和主体，或者先变更事项的行使层级");
            }
        }
        if (item.isPresent() && body.isPresent()) {
            checkEntrusted(item.orElseThrow(), body.orElseThrow(), typed);
        }
        if (item.isPresent() && !item.orElseThrow().effective().overlaps(entry.effective())) {
            typed.fault(
                    "from", "这段时间没有该事项", "事项自" + item.orElseThrow().effective().from() + "起，请核对");
        }
    }

    /** 行政强制法 第十七条第一款: the power to take coercive measures is not entrusted. */
    private static void checkEntrusted(PowerItem item, Body body, Typed typed) {
        if (item.kind() == PowerItem.Kind.COERCION && body.standing() == Body.Standing.ENTRUSTED) {
            typed.fault("item", "“" + body.name() + "”是受委托组织，行政强制措施权不得委托（行政强制法第十七条）", "请由委托机关行使");
        }
    }
}
