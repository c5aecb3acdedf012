package cn.faheng.server.decisions;

import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.contract.model.ReceiptSummaryBody;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.catalogue.CatalogueViews;
import cn.faheng.server.receipts.Receipt;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a receipt says: written from a decision, and read back into the answer and the request. */
final class ReceiptContent {

    static final String FORMAT = "faheng-receipt/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper json;
    private final StoredAnswers stored;

    ReceiptContent(JsonMapper json) {
        this.json = json;
        this.stored = new StoredAnswers(json);
    }

    /**
     * The two documents of a receipt.
     *
     * @param content canonical content, with the digest of the trace
     * @param trace canonical trace: the tables as applied, by JSON pointer into the decision
     * @param traceDigest SHA-256 of the trace
     * @param ruleBase hash of the rule base
     * @param engineBuild build of the engine
     */
    record Written(String content, String trace, String traceDigest, String ruleBase, String engineBuild) {}

    Written write(
            String engineBuild,
            String ruleBase,
            Understood understood,
            Decision decision,
            DecisionResponseBody answer) {
        ObjectNode tree = json.valueToTree(answer);
        tree.remove("receipt");
        ObjectNode tables = NODES.objectNode();
        takeTables("", tree, tables);
        String trace = CanonicalJson.of(tables);
        ObjectNode content = NODES.objectNode();
        content.put("format", FORMAT);
        content.put("engineBuild", engineBuild);
        content.put("ruleBase", ruleBase);
        ArrayNode used = content.putArray("ruleSets");
        decision.used().forEach(ruleSet -> used.addObject()
                .put("id", ruleSet.ref().id().path())
                .put("version", ruleSet.ref().version().toString())
                .put("contentHash", ruleSet.contentHash()));
        content.set("request", request(understood));
        content.set("decision", tree);
        String digest = CanonicalJson.hash(trace);
        content.put("traceDigest", digest);
        return new Written(CanonicalJson.of(content), trace, digest, ruleBase, engineBuild);
    }

    private static void takeTables(String pointer, JsonNode node, ObjectNode taken) {
        if (node instanceof ObjectNode object) {
            JsonNode tables = object.remove("tables");
            if (tables != null) {
                taken.set(pointer + "/tables", tables);
            }
            object.properties()
                    .forEach(member -> takeTables(pointer + "/" + member.getKey(), member.getValue(), taken));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                takeTables(pointer + "/" + i, node.get(i), taken);
            }
        }
    }

    /** The answer that was given, from its receipt. */
    DecisionResponseBody answer(Receipt receipt) {
        JsonNode content = json.readTree(receipt.content());
        DecisionResponseBody answer = stored.read(content, json.readTree(receipt.trace()));
        answer.setReceipt(summary(
                receipt,
                new Written(
                        receipt.content(),
                        receipt.trace(),
                        content.path("traceDigest").asString(),
                        content.path("ruleBase").asString(),
                        content.path("engineBuild").asString())));
        return answer;
    }

    static ReceiptSummaryBody summary(Receipt receipt, Written written) {
        return new ReceiptSummaryBody()
                .id(receipt.id())
                .contentHash(receipt.contentHash())
                .traceDigest(written.traceDigest())
                .ruleBase(written.ruleBase())
                .engineBuild(written.engineBuild())
                .recordedAt(receipt.recordedAt().atOffset(ZoneOffset.UTC));
    }

    /** Says that two requests ask the same, without saying what. */
    String requestHash(Understood understood) {
        return CanonicalJson.hash(CanonicalJson.of(request(understood)));
    }

    private ObjectNode request(Understood understood) {
        DecisionRequest request = understood.request();
        ObjectNode node = NODES.objectNode();
        node.put("item", request.item());
        node.put("place", request.place().code());
        ObjectNode act = node.putObject("act");
        act.put("start", request.actStart().toString());
        act.put("end", request.actEnd().toString());
        day(act, "discovered", request.discovered());
        node.put("decidedOn", request.decided().toString());
        ObjectNode party = node.putObject("party");
        party.put("kind", request.party().kind().code());
        day(party, "birthDate", request.party().birthDate());
        party.put("mentalState", request.party().mentalState().code());
        text(party, "name", understood.identity().name());
        text(party, "nameHash", understood.identity().hiddenName());
        text(party, "idNumberHash", understood.identity().idNumber());
        text(party, "socialCreditCodeHash", understood.identity().socialCreditCode());
        node.set("facts", json.valueToTree(new TreeMap<>(request.facts())));
        node.set("circumstances", circumstances(request.circumstances()));
        Proposal proposal = request.proposal();
        if (proposal != null) {
            node.set("proposal", proposal(proposal));
        }
        if (!request.otherNorms().isEmpty()) {
            ArrayNode others = node.putArray("otherNorms");
            request.otherNorms().forEach(other -> others.addObject()
                    .put("item", other.item())
                    .set("facts", json.valueToTree(new TreeMap<>(other.facts()))));
        }
        return node;
    }

    private static ObjectNode circumstances(CaseCircumstances c) {
        ObjectNode node = NODES.objectNode();
        ArrayNode codes = node.putArray("codes");
        c.codes().forEach(codes::add);
        node.put("minorViolation", c.minorViolation());
        node.put("correctedInTime", c.correctedInTime());
        node.put("firstViolation", c.firstViolation());
        node.put("noSubjectiveFault", c.noSubjectiveFault());
        CaseCircumstances.Harm harm = c.harm();
        text(node, "harm", harm == null ? null : harm.code());
        node.put("endangersLifeHealthOrFinance", c.endangersLifeHealthOrFinance());
        node.put("majorPublicInterest", c.majorPublicInterest());
        node.put("complexOrMajor", c.complexOrMajor());
        node.put("businessActivity", c.businessActivity());
        number(node, "goodsValueFen", c.goodsValueFen());
        number(node, "confiscatedValueFen", c.confiscatedValueFen());
        return node;
    }

    private static ObjectNode proposal(Proposal proposal) {
        ObjectNode node = NODES.objectNode();
        ArrayNode penalties = node.putArray("penalties");
        proposal.penalties().forEach(p -> {
            ObjectNode penalty = penalties.addObject();
            penalty.put("kind", p.kind().code());
            penalty.put("subject", CatalogueViews.code(p.subject()));
            number(penalty, "amount", p.amount());
        });
        text(node, "deviationGround", proposal.deviationGround());
        text(node, "deviationReasons", proposal.deviationReasons());
        text(node, "mitigationGround", proposal.mitigationGround());
        Proposal.Steps steps = proposal.steps();
        ObjectNode done = node.putObject("steps");
        done.put("factsProved", steps.factsProved());
        done.put("mitigationConsidered", steps.mitigationConsidered());
        done.put("hearingRequested", steps.hearingRequested());
        done.put("hearingHeld", steps.hearingHeld());
        done.put("legalReviewDone", steps.legalReviewDone());
        done.put("collectiveDiscussionDone", steps.collectiveDiscussionDone());
        done.put("defenceMade", steps.defenceMade());
        number(done, "notifiedFineFen", steps.notifiedFineFen());
        done.put("newFactsFound", steps.newFactsFound());
        Boolean onTheSpot = steps.onTheSpot();
        if (onTheSpot != null) {
            done.put("onTheSpot", onTheSpot);
        }
        return node;
    }

    private static void day(ObjectNode node, String name, @Nullable LocalDate day) {
        text(node, name, day == null ? null : day.toString());
    }

    private static void text(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    private static void number(ObjectNode node, String name, @Nullable Long number) {
        if (number != null) {
            node.put(name, number);
        }
    }

    /** The request as it was understood, from its receipt. */
    Understood understood(JsonNode content) {
        JsonNode r = content.path("request");
        JsonNode party = r.path("party");
        List<DecisionRequest.OtherNorm> others = new ArrayList<>();
        r.path("otherNorms")
                .forEach(o ->
                        others.add(new DecisionRequest.OtherNorm(o.path("item").asString(), facts(o.path("facts")))));
        DecisionRequest request = new DecisionRequest(
                r.path("item").asString(),
                new Division(r.path("place").asString()),
                LocalDate.parse(r.at("/act/start").asString()),
                LocalDate.parse(r.at("/act/end").asString()),
                day(r.at("/act/discovered")),
                LocalDate.parse(r.path("decidedOn").asString()),
                new Party(
                        Party.Kind.ofCode(party.path("kind").asString()).orElseThrow(),
                        day(party.path("birthDate")),
                        Party.MentalState.valueOf(constant(party.path("mentalState")))),
                facts(r.path("facts")),
                circumstancesOf(r.path("circumstances")),
                r.has("proposal") ? proposalOf(r.path("proposal")) : null,
                others);
        return new Understood(
                request,
                new PartyIdentity(
                        text(party, "name"),
                        text(party, "nameHash"),
                        text(party, "idNumberHash"),
                        text(party, "socialCreditCodeHash")),
                List.copyOf(request.circumstances().codes()));
    }

    private Map<String, Object> facts(JsonNode node) {
        Map<String, Object> facts = new TreeMap<>();
        node.properties().forEach(fact -> facts.put(fact.getKey(), json.treeToValue(fact.getValue(), Object.class)));
        return facts;
    }

    private static CaseCircumstances circumstancesOf(JsonNode c) {
        Set<String> codes = new LinkedHashSet<>();
        c.path("codes").forEach(code -> codes.add(code.asString()));
        return new CaseCircumstances(
                codes,
                c.path("minorViolation").asBoolean(),
                c.path("correctedInTime").asBoolean(),
                c.path("firstViolation").asBoolean(),
                c.path("noSubjectiveFault").asBoolean(),
                c.has("harm") ? CaseCircumstances.Harm.valueOf(constant(c.path("harm"))) : null,
                c.path("endangersLifeHealthOrFinance").asBoolean(),
                c.path("majorPublicInterest").asBoolean(),
                c.path("complexOrMajor").asBoolean(),
                c.path("businessActivity").asBoolean(),
                number(c, "goodsValueFen"),
                number(c, "confiscatedValueFen"));
    }

    private static Proposal proposalOf(JsonNode p) {
        List<Proposal.Proposed> penalties = new ArrayList<>();
        p.path("penalties")
                .forEach(one -> penalties.add(new Proposal.Proposed(
                        PenaltyKind.ofCode(one.path("kind").asString()).orElseThrow(),
                        Penalty.Subject.valueOf(constant(one.path("subject"))),
                        number(one, "amount"))));
        JsonNode s = p.path("steps");
        return new Proposal(
                penalties,
                text(p, "deviationGround"),
                text(p, "deviationReasons"),
                text(p, "mitigationGround"),
                new Proposal.Steps(
                        s.path("factsProved").asBoolean(),
                        s.path("mitigationConsidered").asBoolean(),
                        s.path("hearingRequested").asBoolean(),
                        s.path("hearingHeld").asBoolean(),
                        s.path("legalReviewDone").asBoolean(),
                        s.path("collectiveDiscussionDone").asBoolean(),
                        s.path("defenceMade").asBoolean(),
                        number(s, "notifiedFineFen"),
                        s.path("newFactsFound").asBoolean(),
                        s.has("onTheSpot") ? s.path("onTheSpot").asBoolean() : null));
    }

    private static String constant(JsonNode code) {
        return code.asString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable LocalDate day(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString()) : null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }

    private static @Nullable Long number(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asLong() : null;
    }
}
