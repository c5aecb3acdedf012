package cn.faheng.web.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.RemedyText;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.web.show.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry in words, line by line. */
public final class EntryWords {

    private final Show show;
    private final Labels labels;
    private final EntryNames names;

    EntryWords(CaseFile file, Show show) {
        this.show = show;
        this.labels = new Labels(show);
        this.names = new EntryNames(file, labels);
    }

    /**
     * A line.
     *
     * @param label what it is
     * @param text what it says
     */
    public record Line(String label, String text) {}

    /** What an entry says; what is empty is left out. */
    public List<Line> of(Entry entry) {
        JsonNode tree = Entries.mapper().valueToTree(entry);
        List<Line> lines = new ArrayList<>();
        for (EntryField field : EntryShape.of(entry.getClass())) {
            String text = text(field, tree.path(field.name()));
            if (!text.isEmpty() && !field.name().equals("key")) {
                lines.add(new Line(labels.of(field), text));
            }
        }
        Leave leave = leave(entry);
        if (leave != null) {
            lines.add(new Line(
                    show.text("cases.leave"),
                    show.text(
                            "cases.leave.by",
                            leave.by(),
                            labels.constant(leave.rank()),
                            leave.at().toString().replace('T', ' '))));
        }
        return lines;
    }

    private static @Nullable Leave leave(Entry entry) {
        JsonNode leave = Entries.mapper().<JsonNode>valueToTree(entry).path("leave");
        return leave.isObject() ? Entries.mapper().treeToValue(leave, Leave.class) : null;
    }

    private String text(EntryField field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (field.kind()) {
            case TICK -> show.text(value.asBoolean() ? "desk.yes" : "desk.no");
            case MOMENT -> value.asString().replace('T', ' ');
            case MONEY -> show.amounts().money(value.asLong());
            case CHOICE -> constant(field, value.asString());
            case ONE_OF -> reference(field, value.asString());
            case SOME_OF -> joined(value, field.name().equals("parties") ? names::party : names::officer);
            case LINES -> joined(value, text -> text);
            case PENALTIES -> joinedNodes(value, this::penalty);
            case INSTALMENTS ->
                joinedNodes(
                        value,
                        n -> n.path("due").asString() + " "
                                + show.amounts().money(n.path("fen").asLong()));
            case GROUND ->
                value.path("code").asString() + "：" + value.path("reasons").asString();
            case REMEDIES -> remedies(Entries.mapper().treeToValue(value, RemedyText.class));
            case PLACE -> show.place(value.asString());
            case ACT -> "";
            default -> value.asString();
        };
    }

    private String constant(EntryField field, String name) {
        return field.choices().stream()
                .filter(constant -> constant.name().equals(name))
                .map(labels::constant)
                .findFirst()
                .orElse(name);
    }

    private String reference(EntryField field, String value) {
        return switch (field.name()) {
            case "party" -> names.party(value);
            case "act" -> names.act(value);
            case "certificate" -> names.officer(value);
            case "kind" -> PenaltyKind.ofCode(value).map(show::kind).orElse(value);
            default -> names.of(value);
        };
    }

    private String penalty(JsonNode penalty) {
        String code = penalty.path("kind").asString();
        String kind = PenaltyKind.ofCode(code).map(show::kind).orElse(code);
        JsonNode amount = penalty.path("amount");
        if (!amount.isNumber()) {
            return kind;
        }
        boolean money = PenaltyKind.ofCode(code).filter(Typed::isMoney).isPresent();
        PenaltyKind unit = money ? PenaltyKind.FINE : PenaltyKind.ofCode(code).orElse(PenaltyKind.OTHER);
        return kind + " " + show.amounts().amount(unit, amount.asLong());
    }

    /** Penalties in words. */
    public String penalties(List<cn.faheng.rules.casefile.Proposing.Penalty> penalties) {
        return joinedNodes(Entries.mapper().valueToTree(penalties), this::penalty);
    }

    private String remedies(RemedyText told) {
        String direct = told.litigationMonths() == null
                ? ""
                : show.text("cases.remedies.suit", told.litigationMonths(), told.court());
        return show.text("cases.remedies.reconsideration", told.reconsiderationDays(), told.reconsiderationBody())
                + direct
                + (told.reconsiderationFirst() ? show.text("cases.remedies.first") : "");
    }

    private static String joined(JsonNode list, java.util.function.Function<String, String> each) {
        return joinedNodes(list, node -> each.apply(node.asString()));
    }

    private static String joinedNodes(JsonNode list, java.util.function.Function<JsonNode, String> each) {
        return StreamSupport.stream(list.spliterator(), false).map(each).collect(Collectors.joining("、"));
    }
}
