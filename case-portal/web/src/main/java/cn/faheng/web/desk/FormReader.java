package cn.faheng.web.desk;

import cn.faheng.contract.model.ActBody;
import cn.faheng.contract.model.CircumstancesBody;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.HarmBody;
import cn.faheng.contract.model.MentalStateBody;
import cn.faheng.contract.model.PartyBody;
import cn.faheng.contract.model.PartyKindBody;
import cn.faheng.contract.model.PenaltyKindBody;
import cn.faheng.contract.model.PenaltySubjectBody;
import cn.faheng.contract.model.ProcedureStepsBody;
import cn.faheng.contract.model.ProposalBody;
import cn.faheng.contract.model.ProposedPenaltyBody;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Fen;
import cn.faheng.server.problems.Problem;
import cn.faheng.web.show.Show;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what was entered into a request, and names every entry that has to be corrected. */
final class FormReader {

    private static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000000");

    private final Entries entries;
    private final Show show;
    private final LocalDate today;
    private final List<FormProblem> problems = new ArrayList<>();

    FormReader(Entries entries, Show show, LocalDate today) {
        this.entries = entries;
        this.show = show;
        this.today = today;
    }

    List<FormProblem> problems() {
        return List.copyOf(problems);
    }

    /** The place entered, or the city where it cannot be read. */
    Division place() {
        String typed = entries.plain("placeOther");
        String code = typed == null ? entries.plain("place") : typed;
        if (code == null) {
            return new Division("370800");
        }
        if (!code.matches("\\d{6}") || code.startsWith("0")) {
            problem(typed == null ? "place" : "placeOther", "problem.place");
            return new Division("370800");
        }
        return new Division(code);
    }

    /** Last day of the act as far as it is entered, for the choice of questions; today where it is not. */
    LocalDate actOrToday() {
        LocalDate end = quietDate("actEnd");
        LocalDate start = quietDate("actStart");
        return end != null ? end : start != null ? start : decidedOrToday();
    }

    LocalDate decidedOrToday() {
        LocalDate decided = quietDate("decidedOn");
        return decided == null ? today : decided;
    }

    private @Nullable LocalDate quietDate(String name) {
        try {
            String text = entries.plain(name);
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable LocalDate date(String name, boolean required) {
        String text = entries.plain(name);
        if (text == null) {
            if (required) {
                problem(name, "problem.required." + name);
            }
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one sentence about dates.
        }
        problem(name, "problem.date");
        return null;
    }

    /** The request, or empty when something has to be corrected first. */
    Optional<DecisionRequestBody> request(Sheet sheet) {
        Division place = place();
        LocalDate start = date("actStart", true);
        LocalDate end = date("actEnd", false);
        LocalDate discovered = date("discovered", false);
        LocalDate decided = date("decidedOn", true);
        checkOrder(start, end, discovered, decided);
        PartyBody party = party();
        Map<String, Object> facts = facts(sheet);
        CircumstancesBody circumstances = circumstances(sheet);
        ProposalBody proposal = proposal(sheet);
        if (!problems.isEmpty() || start == null || decided == null) {
            return Optional.empty();
        }
        DecisionRequestBody request = new DecisionRequestBody()
                .item(sheet.item().code())
                .place(place.code())
                .act(new ActBody().start(start).end(end == null ? start : end).discovered(discovered))
                .decidedOn(decided)
                .party(party)
                .facts(facts)
                .circumstances(circumstances);
        request.setProposal(proposal);
        return Optional.of(request);
    }

    private void checkOrder(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate discovered,
            @Nullable LocalDate decided) {
        if (start != null && start.isAfter(today)) {
            problem("actStart", "problem.future");
        } else if (end != null && end.isAfter(today)) {
            problem("actEnd", "problem.future");
        } else if (start != null && end != null && end.isBefore(start)) {
            problem("actEnd", "problem.end-before-start", start);
        }
        LocalDate last = end == null ? start : end;
        if (decided != null && last != null && decided.isBefore(last)) {
            problem("decidedOn", "problem.decided-before-act", last);
        }
        if (discovered != null && start != null && discovered.isBefore(start)) {
            problem("discovered", "problem.discovered-before-act", start);
        } else if (discovered != null && decided != null && discovered.isAfter(decided)) {
            problem("discovered", "problem.discovered-after-decision", decided);
        }
    }

    private PartyBody party() {
        Party.Kind kind = Party.Kind.ofCode(entries.value("partyKind")).orElse(Party.Kind.ORGANISATION);
        PartyBody party = new PartyBody().kind(PartyKindBody.fromValue(kind.code()));
        if (kind != Party.Kind.ORGANISATION) {
            LocalDate birth = date("birthDate", false);
            if (birth != null && birth.isAfter(today)) {
                problem("birthDate", "problem.future");
            }
            identity(birth);
            party.birthDate(birth).idNumber(entries.plain("idNumber"));
            if (kind == Party.Kind.INDIVIDUAL && !entries.value("mentalState").isEmpty()) {
                party.mentalState(MentalStateBody.fromValue(entries.value("mentalState")));
            }
        }
        String credit = entries.plain("socialCreditCode");
        if (kind != Party.Kind.INDIVIDUAL && credit != null) {
            CheckDigits.socialCreditCode(credit).ifPresent(key -> problem("socialCreditCode", key));
            party.socialCreditCode(credit);
        }
        return party;
    }

    /** Checks the number of the identity card, and that it says the same date of birth as the one entered. */
    private void identity(@Nullable LocalDate birth) {
        String id = entries.plain("idNumber");
        if (id == null) {
            return;
        }
        Optional<String> wrong = CheckDigits.identityNumber(id, today);
        if (wrong.isPresent()) {
            problem("idNumber", wrong.get());
            return;
        }
        LocalDate inNumber = CheckDigits.birthDate(id);
        if (birth != null && !birth.equals(inNumber)) {
            problem("birthDate", "problem.birth-differs", inNumber);
        }
    }

    private Map<String, Object> facts(Sheet sheet) {
        Map<String, Object> facts = new TreeMap<>();
        for (Sheet.Asked asked : sheet.questions()) {
            Fact fact = asked.fact();
            switch (fact.type()) {
                case BOOLEAN -> {
                    String answer = entries.plain(asked.field());
                    if (answer != null) {
                        facts.put(fact.name(), answer.equals("true"));
                    }
                }
                case CHOICE -> {
                    String answer = entries.text(asked.field());
                    if (answer != null) {
                        facts.put(fact.name(), answer);
                    }
                }
                case DATE -> {
                    String answer = entries.plain(asked.field());
                    if (answer != null) {
                        facts.put(fact.name(), answer);
                    }
                }
                case MONEY, NUMBER, INTEGER -> number(asked).ifPresent(number -> facts.put(fact.name(), number));
            }
        }
        return facts;
    }

    private Optional<Object> number(Sheet.Asked asked) {
        Fact fact = asked.fact();
        String answer = entries.number(asked.field());
        if (answer == null) {
            return Optional.empty();
        }
        if (!answer.matches("-?\\d{1,18}(\\.\\d{1,6})?")) {
            problem(asked.id(), "problem.number", show.label(fact));
            return Optional.empty();
        }
        String unit = entries.text("unit." + fact.name());
        boolean inTenThousands = fact.type() == Fact.Type.MONEY && "万元".equals(unit);
        BigDecimal value = new BigDecimal(answer).multiply(inTenThousands ? new BigDecimal(10_000) : BigDecimal.ONE);
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if (min != null && value.compareTo(min) < 0) {
            problem(asked.id(), "problem.too-small", show.label(fact), min.toPlainString(), show.unit(fact.unit()));
            return Optional.empty();
        }
        if (max != null && value.compareTo(max) > 0) {
            problem(asked.id(), "problem.too-large", show.label(fact), max.toPlainString(), show.unit(fact.unit()));
            return Optional.empty();
        }
        int decimals = value.stripTrailingZeros().scale();
        if (fact.type() == Fact.Type.INTEGER && decimals > 0) {
            problem(asked.id(), "problem.integer", show.label(fact));
            return Optional.empty();
        }
        if (fact.type() == Fact.Type.MONEY && (decimals > 2 || value.compareTo(LARGEST_YUAN) > 0)) {
            problem(asked.id(), "problem.money", show.label(fact));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private CircumstancesBody circumstances(Sheet sheet) {
        LinkedHashSet<String> codes = new LinkedHashSet<>();
        sheet.circumstances().stream()
                .map(c -> c.choice().value())
                .filter(code -> entries.has("circumstance", code))
                .forEach(codes::add);
        CircumstancesBody circumstances = new CircumstancesBody()
                .codes(codes)
                .minorViolation(entries.ticked("minorViolation"))
                .correctedInTime(entries.ticked("correctedInTime"))
                .firstViolation(entries.ticked("firstViolation"))
                .noSubjectiveFault(entries.ticked("noSubjectiveFault"))
                .endangersLifeHealthOrFinance(entries.ticked("endangersLifeHealthOrFinance"))
                .majorPublicInterest(entries.ticked("majorPublicInterest"))
                .complexOrMajor(entries.ticked("complexOrMajor"))
                .businessActivity(entries.ticked("businessActivity"));
        if (List.of("none", "minor", "present").contains(entries.value("harm"))) {
            circumstances.harm(HarmBody.fromValue(entries.value("harm")));
        }
        circumstances.setGoodsValueFen(fen("goodsValue", "goodsValueUnit", "goodsValue", show.text("desk.goodsValue")));
        circumstances.setConfiscatedValueFen(fen(
                "confiscatedValue", "confiscatedValueUnit", "confiscatedValue", show.text("desk.confiscatedValue")));
        return circumstances;
    }

    /** An amount in whole fen, or null where none is entered or it cannot be read. */
    private @Nullable Long fen(String name, String unitName, String field, String label) {
        String text = entries.number(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            problem(field, text.startsWith("-") ? "problem.negative" : "problem.amount", label);
            return null;
        }
        BigDecimal yuan = new BigDecimal(text);
        if ("万元".equals(entries.text(unitName))) {
            yuan = yuan.movePointRight(4);
        }
        if (yuan.stripTrailingZeros().scale() > 2) {
            problem(field, "problem.fen", label);
            return null;
        }
        if (yuan.compareTo(LARGEST_YUAN) > 0) {
            problem(field, "problem.amount-too-large", label);
            return null;
        }
        return Fen.ofYuan(yuan).amount();
    }

    private @Nullable ProposalBody proposal(Sheet sheet) {
        List<ProposedPenaltyBody> proposed = new ArrayList<>();
        for (Sheet.PenaltyField field : sheet.penalties()) {
            proposed(field).ifPresent(proposed::add);
        }
        for (PenaltyKind kind : sheet.strangers()) {
            if (entries.has("stranger", kind.code())) {
                proposed.add(body(kind, Penalty.Subject.PARTY, null));
            }
        }
        Long notified = fen("notifiedFine", "notifiedFineUnit", "notifiedFine", show.text("desk.notifiedFine"));
        if (proposed.isEmpty()) {
            return null;
        }
        ProcedureStepsBody steps = new ProcedureStepsBody()
                .factsProved(entries.ticked("factsProved"))
                .mitigationConsidered(entries.ticked("mitigationConsidered"))
                .hearingRequested(entries.ticked("hearingRequested"))
                .hearingHeld(entries.ticked("hearingHeld"))
                .legalReviewDone(entries.ticked("legalReviewDone"))
                .collectiveDiscussionDone(entries.ticked("collectiveDiscussionDone"))
                .defenceMade(entries.ticked("defenceMade"))
                .newFactsFound(entries.ticked("newFactsFound"));
        steps.setNotifiedFineFen(notified);
        ProposalBody proposal = new ProposalBody().penalties(proposed).steps(steps);
        proposal.setDeviationGround(entries.text("deviationGround"));
        proposal.setDeviationReasons(entries.text("deviationReasons"));
        proposal.setMitigationGround(entries.text("mitigationGround"));
        return proposal;
    }

    private static ProposedPenaltyBody body(PenaltyKind kind, Penalty.Subject subject, @Nullable Long amount) {
        ProposedPenaltyBody body = new ProposedPenaltyBody()
                .kind(PenaltyKindBody.fromValue(kind.code()))
                .subject(
                        subject == Penalty.Subject.PARTY
                                ? PenaltySubjectBody.PARTY
                                : PenaltySubjectBody.RESPONSIBLE_PERSON);
        switch (kind.quantity()) {
            case MONEY -> body.setAmountFen(amount);
            case MONTHS -> body.setMonths(amount);
            case DAYS -> body.setDays(amount);
            case NONE -> {
                // Nothing to say beyond the kind.
            }
        }
        return body;
    }

    private Optional<ProposedPenaltyBody> proposed(Sheet.PenaltyField field) {
        PenaltyKind kind = field.penalty().kind();
        Penalty.Subject subject = field.penalty().subject();
        String name = "amount." + field.id();
        if (kind.quantity() == PenaltyKind.Quantity.NONE) {
            return entries.has("penalty", field.id()) ? Optional.of(body(kind, subject, null)) : Optional.empty();
        }
        String text = entries.number(name);
        if (text == null) {
            return Optional.empty();
        }
        if (kind.quantity() == PenaltyKind.Quantity.MONEY) {
            Long amount = fen(name, "amountUnit." + field.id(), fieldId(name), show.label(field.penalty()));
            return amount == null ? Optional.empty() : Optional.of(body(kind, subject, amount));
        }
        if (!text.matches("\\d{1,4}")) {
            problem(
                    fieldId(name),
                    text.startsWith("-") ? "problem.negative" : "problem.whole-number",
                    show.label(field.penalty()));
            return Optional.empty();
        }
        return Optional.of(body(kind, subject, Long.valueOf(text)));
    }

    /** Ids on a page hold no dots, so that style sheets and scripts can name them. */
    static String fieldId(String name) {
        return name.replace('.', '-');
    }

    /** Problems that were found on the way to the answer, at the fields where they were entered. */
    static List<FormProblem> translated(Problem found, Sheet sheet, Show show) {
        List<FormProblem> problems = new ArrayList<>();
        for (Problem.FieldError error : found.errors()) {
            String pointer = error.pointer() == null ? "" : error.pointer();
            problems.add(new FormProblem(
                    field(pointer, sheet),
                    show.english() ? show.textOr("server." + error.code(), error.detail()) : error.detail()));
        }
        if (problems.isEmpty()) {
            problems.add(new FormProblem(
                    "actStart",
                    show.english() ? show.textOr("server." + found.type().slug(), found.detail()) : found.detail()));
        }
        return problems;
    }

    /** The problems of the engine itself, which the server may pass on as they are. */
    static List<FormProblem> translated(List<FieldProblem> found, Sheet sheet, Show show) {
        return found.stream()
                .map(p -> new FormProblem(
                        field(p.pointer(), sheet),
                        show.english() ? show.textOr("server." + p.code(), p.detail()) : p.detail()))
                .toList();
    }

    private static String field(String pointer, Sheet sheet) {
        return switch (pointer) {
            case "/act/start" -> "actStart";
            case "/act/end" -> "actEnd";
            case "/act/discovered" -> "discovered";
            case "/decidedOn" -> "decidedOn";
            case "/place" -> "place";
            case "/party/idNumber" -> "idNumber";
            case "/party/socialCreditCode" -> "socialCreditCode";
            case "/party/birthDate" -> "birthDate";
            default -> factField(pointer, sheet);
        };
    }

    private static String factField(String pointer, Sheet sheet) {
        String prefix = "/facts/";
        if (!pointer.startsWith(prefix)) {
            return "desk-form";
        }
        String name = pointer.substring(prefix.length()).replace("~1", "/").replace("~0", "~");
        return sheet.question(name).map(Sheet.Asked::id).orElse("desk-form");
    }

    private void problem(String field, String key, @Nullable Object... arguments) {
        FormProblem problem = new FormProblem(field, show.text(key, arguments));
        if (problems.stream().noneMatch(p -> p.field().equals(field))) {
            problems.add(problem);
        }
    }
}
