package cn.faheng.engine;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.format.RuleBase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Given this act, on these dates, with these facts and circumstances: what may the law impose, what does the published benchmark
 * leave of it, why, and what would be unlawful? Immutable and thread-safe; the same request always gives the same answer.
 */
public final class Engine {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;

    /** An engine on one state of the rule base. */
    public Engine(RuleBase base) {
        this(base, new ModelRegistry(), true);
    }

    /**
     * An engine that shares compiled models with others.
     *
     * @param base the rule base
     * @param models compiled models
     * @param traced whether answers explain every row; without it only the outcome is computed, and a ground read from a table is the name of
     *     its tier
     */
    public Engine(RuleBase base, ModelRegistry models, boolean traced) {
        this.base = base;
        this.models = models;
        this.traced = traced;
    }

    public RuleBase base() {
        return base;
    }

    /**
     * Answers a request.
     *
     * @throws InvalidRequestException when the request cannot be understood; a legal answer is never an exception
     */
    public Decision decide(DecisionRequest request) {
        Item item = base.catalogue().item(request.item()).orElseThrow(() -> unknownItem("/item", request.item()));
        checkDates(request);
        checkAmounts(request);
        checkNorms(request, item);
        return new Deciding(base, models, traced, item, request).decision();
    }

    /** The circumstance codes that count for an item, a place and a day. */
    public List<Fact.Choice> circumstanceCodes(Item item, Division place, LocalDate date) {
        return new GeneralPart(base.catalogue(), models, item.field(), place, date, date).circumstanceCodes();
    }

    /** The coded grounds on which a decision of a day may leave a benchmark, for an item and a place. */
    public List<Fact.Choice> deviationGrounds(Item item, Division place, LocalDate date) {
        return new GeneralPart(base.catalogue(), models, item.field(), place, date, date).deviationGrounds();
    }

    /** Days to apply for reconsideration against a decision of a day (行政复议法 (2023) 第二十条), 0 where no law says. */
    public int reconsiderationDays(Item item, Division place, LocalDate date) {
        return new GeneralPart(base.catalogue(), models, item.field(), place, date, date)
                .ask("remedies", "remedies", Map.of("onTheSpot", false))
                .flatMap(answer -> answer.number("reconsiderationDays"))
                .map(BigDecimal::intValueExact)
                .orElse(0);
    }

    /** The questions of an item on a day in a place; none where no version is in force. */
    public List<Fact> questions(Item item, Division place, LocalDate date) {
        return Deciding.lawOn(base, models, item, place, date, date)
                .map(law -> law.questions())
                .orElse(List.of());
    }

    static InvalidRequestException unknownItem(String pointer, String code) {
        return new InvalidRequestException(List.of(new FieldProblem(
                pointer, "unknown-item", "没有编码为“" + code + "”的事项。请用 GET /api/v1/items 按名称、编码或者拼音首字母查找。")));
    }

    private static void checkDates(DecisionRequest request) {
        if (request.actEnd().isBefore(request.actStart())) {
            throw impossible("/act/end", "违法行为终了日不能早于开始日。");
        }
        if (request.decided().isBefore(request.actEnd())) {
            throw impossible("/decidedOn", "作出决定的日期不能早于违法行为终了日。");
        }
        LocalDate birth = request.party().birthDate();
        if (birth != null && birth.isAfter(request.actEnd())) {
            throw impossible("/party/birthDate", "当事人出生日期不能晚于违法行为终了日。");
        }
        LocalDate discovered = request.discovered();
        if (discovered != null && (discovered.isBefore(request.actStart()) || discovered.isAfter(request.decided()))) {
            throw impossible("/act/discovered", "发现日应当在违法行为开始之后、作出决定之前。");
        }
    }

    private static void checkAmounts(DecisionRequest request) {
        checkAmount("/circumstances/goodsValueFen", request.circumstances().goodsValueFen());
        checkAmount(
                "/circumstances/confiscatedValueFen", request.circumstances().confiscatedValueFen());
        Proposal proposal = request.proposal();
        if (proposal != null) {
            checkAmount("/proposal/steps/notifiedFineFen", proposal.steps().notifiedFineFen());
            for (int i = 0; i < proposal.penalties().size(); i++) {
                checkAmount(
                        "/proposal/penalties/" + i, proposal.penalties().get(i).amount());
            }
        }
    }

    private static void checkAmount(String pointer, @Nullable Long amount) {
        if (amount != null && amount < 0) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(pointer, "out-of-range", "金额、期限不能是负数，请填写 0 或者正数。")));
        }
    }

    /** One act breaks several norms only where they are different norms. */
    private void checkNorms(DecisionRequest request, Item item) {
        Set<String> named = new HashSet<>(Set.of(item.code()));
        for (int i = 0; i < request.otherNorms().size(); i++) {
            String pointer = "/otherNorms/" + i + "/item";
            String code = request.otherNorms().get(i).item();
            Item other = base.catalogue().item(code).orElseThrow(() -> unknownItem(pointer, code));
            if (!named.add(other.code())) {
                throw new InvalidRequestException(List.of(new FieldProblem(
                        pointer, "out-of-range", "事项" + other.code() + "已经列出；同一行为违反的其他规范应当是另外的事项，请删去重复的一项。")));
            }
        }
    }

    private static InvalidRequestException impossible(String pointer, String detail) {
        return new InvalidRequestException(List.of(new FieldProblem(pointer, "impossible-dates", detail)));
    }
}
