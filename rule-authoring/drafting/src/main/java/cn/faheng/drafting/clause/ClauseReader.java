package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Subjects.Addressee;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the words of a provision. Wrong is worse than unsure. */
public final class ClauseReader {
    private final ClauseText text;
    private final List<Segment> segments;
    private final Conditions conditions;
    private final Subjects subjects;
    private final Choices choices;
    private final LeastBases leastBases;
    private final Provisos provisos;

    private ClauseReader(ClauseText text) {
        this.text = text;
        String plain = text.plain();
        this.segments = Segments.of(plain);
        List<Quantity> quantities = Quantities.find(plain);
        List<Found> found = new ArrayList<>(new FineFinder(plain, segments, quantities).find());
        boolean[] fines = new boolean[segments.size()];
        found.forEach(f -> fines[f.segment()] = true);
        this.conditions = new Conditions(segments, fines);
        this.subjects = new Subjects(segments, conditions);
        found.addAll(new OtherPenalties(plain, segments, quantities, conditions, found).find());
        this.choices = new Choices(plain, found);
        this.leastBases = new LeastBases(plain);
        this.provisos = new Provisos(plain, segments, choices.found());
    }

    /**
     * Proposes the penalties of a provision.
     *
     * @param words one or several paragraphs with their items, or a single clause
     */
    public static ClauseReading read(String words) {
        ClauseText text = ClauseText.of(words);
        if (text.plain().isEmpty()) {
            return new ClauseReading(words, List.of(), List.of());
        }
        return new ClauseReader(text).reading();
    }

    private ClauseReading reading() {
        List<PenaltyForm> forms = new ArrayList<>();
        List<Found> found = choices.found();
        for (int i = 0; i < found.size(); i++) {
            forms.add(form(found.get(i), choices.choiceOf(i)));
        }
        List<Doubt> doubts = new ArrayList<>(
                new Doubts(text).find(found.stream().map(this::withBase).toList()));
        doubts.addAll(provisos.doubts(text));
        return new ClauseReading(text.words(), forms, doubts);
    }

    private PenaltyForm form(Found read, int choice) {
        Found found = leastBases.with(withBase(read));
        Segment segment = segments.get(found.segment());
        Addressee addressee =
                subjects.of(found.segment(), found.amountStart() >= 0 ? found.amountStart() : found.start());
        Condition condition = conditions.at(found.segment());
        String reason = found.reason();
        if (addressee.reason() != null) {
            reason = joined(reason, addressee.reason());
        }
        if (conditions.isAmbiguous(found.segment())) {
            reason = joined(reason, "前面的条件在这里是否仍然适用，从文字看不出来");
        }
        Addressee earlier = addressee.role() == null ? earlier(found) : null;
        if (earlier != null) {
            addressee = earlier;
            reason = joined(reason, "处罚对象承前，请确认");
        }
        reason = Doubtful.reason(text.plain(), segments, choices.found(), found, conditions, reason);
        String proviso = provisos.reason(found);
        if (proviso != null) {
            reason = joined(reason, proviso);
        }
        Span amount = found.amountStart() < 0 ? null : text.span(found.amountStart(), found.amountEnd());
        Mode mode = found.mode() == Mode.MUST && isMayBefore(found) ? Mode.MAY : found.mode();
        return new PenaltyForm(
                found.kind(),
                found.name(),
                mode,
                addressee.subject(),
                addressee.role(),
                subjects.organ(found.segment()),
                found.fine(),
                condition,
                choice,
                text.span(segment.start(), Math.max(segment.end(), found.end())),
                amount,
                reason == null ? Certainty.SURE : Certainty.UNSURE,
                reason);
    }

    /** 可以根据情节轻重，处…; 可以并处罚款：对个人处…；对单位处…: the 可以 goes on. */
    private boolean isMayBefore(Found found) {
        int number = found.segment();
        if (number == 0) {
            return false;
        }
        if (Verbs.isMayBefore(segments.get(number - 1).text())) {
            return true;
        }
        if (found.kind() != PenaltyKind.FINE) {
            return false;
        }
        Segment own = segments.get(number);
        int lead = -1;
        for (int i = number - 1; i >= 0; i--) {
            Segment before = segments.get(i);
            if (own.item() && before.item()) {
                continue;
            }
            lead = lead < 0 && own.item() ? before.sentence() : lead;
            if (before.sentence() != (own.item() ? lead : own.sentence())) {
                return false;
            }
            if (text.plain().startsWith("：", before.end())) {
                return before.text().matches(".*(?:可以|(?<![许认])可(?=[并单处]))[^，；。]*(?:罚款|处罚)");
            }
        }
        return false;
    }

    /** 对主管人员处拘留；情节较轻的，处罚款: whom the penalties name in the sub-clause before, or null. */
    private @Nullable Addressee earlier(Found found) {
        boolean grade = conditions.at(found.segment()).words().matches("情节.*的");
        int subClause = segments.get(found.segment()).subClause() - 1;
        Addressee last = null;
        for (Found one : choices.found()) {
            if (grade
                    && one.kind() != PenaltyKind.RECTIFICATION_ORDER
                    && segments.get(one.segment()).subClause() == subClause) {
                Addressee of = subjects.of(one.segment(), one.amountStart() >= 0 ? one.amountStart() : one.start());
                if (of.role() == null || (last != null && !last.equals(of))) {
                    return null;
                }
                last = of;
            }
        }
        return last;
    }

    /** 违法所得五万元以上的，并处二倍以上五倍以下罚款: the base stands in the condition. */
    private Found withBase(Found found) {
        FineForm fine = found.fine();
        if (found.kind() != PenaltyKind.FINE || fine == null || fine.maxTimes() == null || fine.base() != null) {
            return found;
        }
        Threshold threshold = conditions.thresholdAt(found.segment());
        if (threshold == null) {
            return found;
        }
        FineForm based = new FineForm(
                fine.type(),
                fine.min(),
                fine.max(),
                fine.minTimes(),
                fine.maxTimes(),
                threshold.base(),
                null,
                fine.unit(),
                fine.cap());
        return new Found(
                found.kind(),
                found.name(),
                found.segment(),
                found.verb(),
                found.start(),
                found.end(),
                found.mode(),
                based,
                found.amountStart(),
                found.amountEnd(),
                null);
    }

    private static String joined(@Nullable String reason, String more) {
        return reason == null ? more : reason + "；" + more;
    }
}
