package cn.faheng.server.decisions;

import cn.faheng.contract.model.ActBody;
import cn.faheng.contract.model.CircumstancesBody;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.OtherNormBody;
import cn.faheng.contract.model.PartyBody;
import cn.faheng.contract.model.ProcedureStepsBody;
import cn.faheng.contract.model.ProposalBody;
import cn.faheng.contract.model.ProposedPenaltyBody;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.problems.Problem.Errors;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request: every field that is missing, contradictory or out of range is reported, all at once. */
final class RequestReader {

    private final LocalDate today;
    private final String identityKey;
    private final Errors errors = new Errors();

    private RequestReader(LocalDate today, String identityKey) {
        this.today = today;
        this.identityKey = identityKey;
    }

    /**
     * Reads a request.
     *
     * @param today the day on which it is asked
     * @param identityKey key of the hashes under which numbers of persons are kept
     * @throws cn.faheng.server.problems.ProblemException naming every field that is wrong
     */
    static Understood read(DecisionRequestBody body, LocalDate today, String identityKey) {
        return new RequestReader(today, identityKey).read(body);
    }

    private Understood read(DecisionRequestBody body) {
        String item = required("/item", body.getItem(), 64);
        Division place = place(body.getPlace());
        Dates dates = dates(body.getAct(), body.getDecidedOn());
        PartyBody partyBody = body.getParty();
        Party party = null;
        PartyIdentity identity = new PartyIdentity(null, null, null, null);
        if (partyBody == null) {
            missing("/party");
        } else {
            identity = identity(partyBody);
            party = party(partyBody, dates);
        }
        var facts = new FactValues("/facts", errors).read(body.getFacts());
        List<String> codes = codes(body.getCircumstances());
        CaseCircumstances circumstances = circumstances(body.getCircumstances(), codes);
        Proposal proposal = proposal(body.getProposal());
        List<DecisionRequest.OtherNorm> others = others(body.getOtherNorms());
        errors.throwIfAny();
        DecisionRequest request = new DecisionRequest(
                item,
                Objects.requireNonNull(place),
                Objects.requireNonNull(dates.start),
                Objects.requireNonNull(dates.end),
                dates.discovered,
                Objects.requireNonNull(dates.decided),
                Objects.requireNonNull(party),
                facts,
                circumstances,
                proposal,
                others);
        return new Understood(request, identity, codes);
    }

    private void missing(String pointer) {
        errors.add(pointer, ProblemType.MISSING_FIELD, "请补上必填的字段 " + pointer + "。");
    }

    private String required(String pointer, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            missing(pointer);
            return "";
        }
        String bounded = bounded(pointer, text, max);
        return bounded == null ? "" : bounded;
    }

    private @Nullable String bounded(String pointer, @Nullable String text, int max) {
        if (text != null && text.length() > max) {
            errors.add(pointer, ProblemType.OUT_OF_RANGE, "最多 " + max + " 个字符。");
            return null;
        }
        return text;
    }

    private @Nullable Long amount(String pointer, @Nullable Long amount, long max) {
        if (amount != null && (amount < 0 || amount > max)) {
            errors.add(pointer, ProblemType.OUT_OF_RANGE, "应当在 0 至 " + max + " 之间。");
            return null;
        }
        return amount;
    }

    private @Nullable Division place(@Nullable String place) {
        if (place == null) {
            missing("/place");
            return null;
        }
        if (!place.matches("\\d{6}")) {
            errors.add("/place", ProblemType.WRONG_TYPE, "请用六位行政区划代码（GB/T 2260），例如 370811。");
            return null;
        }
        return new Division(place);
    }

    /** The days of a request, as far as they were given. */
    private record Dates(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate discovered,
            @Nullable LocalDate decided) {}

    private Dates dates(@Nullable ActBody act, @Nullable LocalDate decided) {
        if (act == null) {
            missing("/act");
            return new Dates(null, null, null, decided);
        }
        LocalDate start = act.getStart();
        LocalDate end = act.getEnd() == null ? start : act.getEnd();
        if (start == null) {
            missing("/act/start");
        }
        if (decided == null) {
            missing("/decidedOn");
        }
        if (start != null && end != null && end.isBefore(start)) {
            impossible("/act/end", "违法行为终了日 " + end + " 早于开始日 " + start + "，请改正其中之一。");
        } else if (end != null && end.isAfter(today)) {
            boolean startToo = start != null && start.isAfter(today);
            impossible(startToo ? "/act/start" : "/act/end", "违法行为不能发生在今天（" + today + "）以后，请改正日期。");
        } else if (end != null && decided != null && decided.isBefore(end)) {
            impossible("/decidedOn", "决定日 " + decided + " 早于违法行为终了日 " + end + "，请改正其中之一。");
        }
        LocalDate discovered = act.getDiscovered();
        if (discovered != null
                && ((start != null && discovered.isBefore(start))
                        || (decided != null && discovered.isAfter(decided)))) {
            impossible("/act/discovered", "发现日应当在违法行为开始之后、作出决定之前。");
        }
        return new Dates(start, end, discovered, decided);
    }

    private void impossible(String pointer, String detail) {
        errors.add(pointer, ProblemType.IMPOSSIBLE_DATES, detail);
    }

    private PartyIdentity identity(PartyBody body) {
        boolean person =
                body.getKind() == null || !"organisation".equals(body.getKind().getValue());
        String name = bounded("/party/name", body.getName(), 200);
        String idNumber = body.getIdNumber();
        Optional<CitizenIdNumber> citizen = Optional.ofNullable(idNumber).flatMap(CitizenIdNumber::parse);
        if (idNumber != null && citizen.isEmpty()) {
            errors.add("/party/idNumber", ProblemType.INVALID_ID_NUMBER, ProblemType.INVALID_ID_NUMBER.remedy());
        }
        String code = body.getSocialCreditCode();
        Optional<SocialCreditCode> organisation = Optional.ofNullable(code).flatMap(SocialCreditCode::parse);
        if (code != null && organisation.isEmpty()) {
            errors.add(
                    "/party/socialCreditCode",
                    ProblemType.INVALID_SOCIAL_CREDIT_CODE,
                    ProblemType.INVALID_SOCIAL_CREDIT_CODE.remedy());
        }
        return new PartyIdentity(
                name == null || !person ? name : masked(name),
                name == null || !person ? null : Sha256.keyed(identityKey, "name:" + name),
                citizen.map(c -> Sha256.keyed(identityKey, "id:" + c.value())).orElse(null),
                organisation
                        .map(c -> Sha256.keyed(identityKey, "credit:" + c.value()))
                        .orElse(null));
    }

    private static String masked(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "＊＊";
    }

    private @Nullable Party party(PartyBody body, Dates dates) {
        if (body.getKind() == null) {
            missing("/party/kind");
            return null;
        }
        Party.Kind kind = Party.Kind.ofCode(body.getKind().getValue()).orElseThrow();
        LocalDate birth = body.getBirthDate();
        LocalDate born = Optional.ofNullable(body.getIdNumber())
                .flatMap(CitizenIdNumber::parse)
                .map(CitizenIdNumber::birthDate)
                .orElse(null);
        if (birth != null && born != null && !birth.equals(born)) {
            impossible("/party/birthDate", "出生日期与公民身份号码中的不一致，请核对。");
        }
        LocalDate known = birth == null ? born : birth;
        if (known != null && dates.start != null && known.isAfter(dates.start)) {
            impossible("/party/birthDate", "出生日期晚于违法行为开始日，请核对。");
        }
        Party.MentalState mind = body.getMentalState() == null
                ? Party.MentalState.NORMAL
                : Party.MentalState.valueOf(body.getMentalState().getValue().toUpperCase(Locale.ROOT));
        return new Party(kind, kind == Party.Kind.ORGANISATION ? null : known, mind);
    }

    private List<String> codes(@Nullable CircumstancesBody body) {
        List<String> codes = new ArrayList<>();
        if (body == null || body.getCodes() == null) {
            return codes;
        }
        if (body.getCodes().size() > 50) {
            errors.add("/circumstances/codes", ProblemType.OUT_OF_RANGE, "最多 50 个情节编码。");
            return codes;
        }
        for (String code : body.getCodes()) {
            codes.add(required("/circumstances/codes/" + codes.size(), code, 80));
        }
        return codes;
    }

    private CaseCircumstances circumstances(@Nullable CircumstancesBody body, List<String> codes) {
        if (body == null) {
            return CaseCircumstances.none();
        }
        return new CaseCircumstances(
                Set.copyOf(codes),
                yes(body.getMinorViolation()),
                yes(body.getCorrectedInTime()),
                yes(body.getFirstViolation()),
                yes(body.getNoSubjectiveFault()),
                body.getHarm() == null
                        ? null
                        : CaseCircumstances.Harm.valueOf(
                                body.getHarm().getValue().toUpperCase(Locale.ROOT)),
                yes(body.getEndangersLifeHealthOrFinance()),
                yes(body.getMajorPublicInterest()),
                yes(body.getComplexOrMajor()),
                yes(body.getBusinessActivity()),
                amount("/circumstances/goodsValueFen", body.getGoodsValueFen(), Limits.MOST_FEN),
                amount("/circumstances/confiscatedValueFen", body.getConfiscatedValueFen(), Limits.MOST_FEN));
    }

    /** Greatest amounts. */
    private static final class Limits {
        /** The greatest whole number that every JSON reader keeps exactly. */
        private static final long MOST_FEN = 9_007_199_254_740_991L;

        private static final long MOST_MONTHS = 1_200;
        private static final long MOST_DAYS = 36_500;
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private @Nullable Proposal proposal(@Nullable ProposalBody body) {
        if (body == null) {
            return null;
        }
        List<Proposal.Proposed> penalties = new ArrayList<>();
        if (body.getPenalties() == null) {
            missing("/proposal/penalties");
        } else if (body.getPenalties().size() > 30) {
            errors.add("/proposal/penalties", ProblemType.OUT_OF_RANGE, "最多 30 项处罚。");
        } else {
            for (int i = 0; i < body.getPenalties().size(); i++) {
                proposed("/proposal/penalties/" + i, body.getPenalties().get(i)).ifPresent(penalties::add);
            }
        }
        return new Proposal(
                penalties,
                bounded("/proposal/deviationGround", body.getDeviationGround(), 80),
                bounded("/proposal/deviationReasons", body.getDeviationReasons(), 4000),
                bounded("/proposal/mitigationGround", body.getMitigationGround(), 80),
                steps(body.getSteps()));
    }

    private Optional<Proposal.Proposed> proposed(String pointer, @Nullable ProposedPenaltyBody body) {
        if (body == null || body.getKind() == null) {
            missing(pointer + "/kind");
            return Optional.empty();
        }
        PenaltyKind kind = PenaltyKind.ofCode(body.getKind().getValue()).orElseThrow();
        String wanted =
                switch (kind.quantity()) {
                    case MONEY -> "amountFen";
                    case MONTHS -> "months";
                    case DAYS -> "days";
                    case NONE -> "";
                };
        Long amount = null;
        for (Quantity given : List.of(
                new Quantity("amountFen", body.getAmountFen(), Limits.MOST_FEN),
                new Quantity("months", body.getMonths(), Limits.MOST_MONTHS),
                new Quantity("days", body.getDays(), Limits.MOST_DAYS))) {
            if (given.name.equals(wanted)) {
                amount = amount(pointer + "/" + given.name, given.value, given.max);
                if (given.value == null) {
                    missing(pointer + "/" + given.name);
                }
            } else if (given.value != null) {
                errors.add(
                        pointer + "/" + given.name,
                        ProblemType.WRONG_UNIT,
                        kind.chinese() + (wanted.isEmpty() ? "没有数额。" : "的数额请写在 " + wanted + " 中。"));
            }
        }
        boolean person = body.getSubject() != null
                && "responsible-person".equals(body.getSubject().getValue());
        return Optional.of(new Proposal.Proposed(
                kind, person ? Penalty.Subject.RESPONSIBLE_PERSON : Penalty.Subject.PARTY, amount));
    }

    /** One of the three amounts a penalty may be given. */
    private record Quantity(String name, @Nullable Long value, long max) {}

    private Proposal.Steps steps(@Nullable ProcedureStepsBody body) {
        if (body == null) {
            return Proposal.Steps.initial();
        }
        return new Proposal.Steps(
                body.getFactsProved() == null || body.getFactsProved(),
                yes(body.getMitigationConsidered()),
                yes(body.getHearingRequested()),
                yes(body.getHearingHeld()),
                yes(body.getLegalReviewDone()),
                yes(body.getCollectiveDiscussionDone()),
                yes(body.getDefenceMade()),
                amount("/proposal/steps/notifiedFineFen", body.getNotifiedFineFen(), Limits.MOST_FEN),
                yes(body.getNewFactsFound()),
                body.getOnTheSpot());
    }

    private List<DecisionRequest.OtherNorm> others(@Nullable List<OtherNormBody> bodies) {
        List<DecisionRequest.OtherNorm> others = new ArrayList<>();
        if (bodies == null) {
            return others;
        }
        if (bodies.size() > 20) {
            errors.add("/otherNorms", ProblemType.OUT_OF_RANGE, "最多 20 项。");
            return others;
        }
        for (int i = 0; i < bodies.size(); i++) {
            OtherNormBody body = bodies.get(i);
            String pointer = "/otherNorms/" + i;
            if (body == null) {
                missing(pointer + "/item");
                continue;
            }
            String item = required(pointer + "/item", body.getItem(), 64);
            others.add(new DecisionRequest.OtherNorm(
                    item, new FactValues(pointer + "/facts", errors).read(body.getFacts())));
        }
        return others;
    }
}
