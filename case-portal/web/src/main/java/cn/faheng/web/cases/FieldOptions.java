package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.MeasureReleased;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.web.show.Show;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be chosen in the fields of a form, from what is on record. */
final class FieldOptions {

    private final CaseView view;
    private final CaseFile file;
    private final EntryNames names;
    private final Labels labels;
    private final Show show;
    private final LocalDateTime now;

    FieldOptions(CaseView view, Show show, LocalDateTime now) {
        this.view = view;
        this.file = view.file();
        this.labels = new Labels(show);
        this.names = new EntryNames(file, labels);
        this.show = show;
        this.now = now;
    }

    /** The choices of a field; empty for fields that are typed. */
    List<Option> of(EntryField field) {
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().stream()
                        .map(c -> new Option(c.name(), labels.constant(c)))
                        .toList();
            case ONE_OF -> one(field);
            case SOME_OF -> field.name().equals("parties") ? parties() : officers();
            default -> List.of();
        };
    }

    private List<Option> one(EntryField field) {
        return switch (field.name()) {
            case "party" -> parties();
            case "act" ->
                file.acts().stream()
                        .map(act -> new Option(act.key(), names.act(act.key())))
                        .toList();
            case "key" -> keys(field);
            case "certificate" -> officers();
            case "limit" -> limits();
            case "kind" ->
                Arrays.stream(PenaltyKind.values())
                        .filter(PenaltyKind::isPenalty)
                        .map(kind -> new Option(kind.code(), show.kind(kind)))
                        .toList();
            default -> entries(field);
        };
    }

    private List<Option> parties() {
        return file.parties().stream().map(p -> new Option(p.key(), p.name())).toList();
    }

    private List<Option> officers() {
        return file.officers(now).stream()
                .map(o -> new Option(o.certificate(), names.officer(o.certificate())))
                .toList();
    }

    /** A new one first, then those on record, which are corrected by recording them again. */
    private List<Option> keys(EntryField field) {
        boolean isParty = field.owner() == PartyRecorded.class;
        List<Option> known = isParty
                ? parties()
                : file.acts().stream()
                        .map(act -> new Option(act.key(), names.act(act.key())))
                        .toList();
        List<Option> keys = new ArrayList<>();
        keys.add(new Option(
                fresh(isParty ? "p" : "a", known), show.text(isParty ? "cases.key.new-party" : "cases.key.new-act")));
        known.forEach(option -> keys.add(new Option(option.value(), show.text("cases.key.correct", option.label()))));
        return keys;
    }

    private static String fresh(String letter, List<Option> known) {
        int next = known.size() + 1;
        while (isTaken(letter + next, known)) {
            next++;
        }
        return letter + next;
    }

    private static boolean isTaken(String key, List<Option> known) {
        return known.stream().anyMatch(option -> option.value().equals(key));
    }

    private List<Option> limits() {
        return view.report().limits().stream()
                .filter(limit -> limit.doneAt() == null)
                .map(CaseLimit::limit)
                .distinct()
                .map(limit -> new Option(
                        limit.id(),
                        show.english()
                                ? limit.titleEn()
                                : limit.title() + "（" + limit.citation().chinese() + "）"))
                .toList();
    }

    private List<Option> entries(EntryField field) {
        return Stream.of(References.entries(field.owner(), field.name()))
                .flatMap(List::stream)
                .flatMap(kind -> file.entries().stream().filter(kind::isInstance))
                .filter(entry -> !isOver(field, entry))
                .map(entry -> new Option(entry.id(), names.of(entry)))
                .toList();
    }

    /** A measure that ended can neither be lengthened nor ended again. */
    private boolean isOver(EntryField field, Entry entry) {
        return entry instanceof MeasureTaken
                && field.name().equals("measure")
                && file.all(MeasureReleased.class).stream()
                        .anyMatch(r -> r.measure().equals(entry.id()));
    }
}
