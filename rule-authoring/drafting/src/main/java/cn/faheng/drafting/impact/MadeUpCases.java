package cn.faheng.drafting.impact;

import cn.faheng.engine.Engine;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Made-up cases of Jining's districts, for the demo and for measuring. The same number always gives the same case. */
public final class MadeUpCases {

    private static final int AGES = 24;
    private static final List<String> DISTRICTS = List.of(
            "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831", "370832", "370881",
            "370883");
    private static final List<Party.Kind> PARTIES =
            List.of(Party.Kind.ORGANISATION, Party.Kind.SOLE_PROPRIETOR, Party.Kind.INDIVIDUAL);

    private final Engine engine;
    private final LocalDate today;

    public MadeUpCases(Engine engine, LocalDate today) {
        this.engine = engine;
        this.today = today;
    }

    /** The n-th case of an item, from 0; null where the item is not in force there and then. */
    public @Nullable PastCase make(Item item, int n) {
        boolean open = n % 4 == 3;
        int age = n % AGES;
        LocalDate act = today.minusDays(open ? 20 + age : 60 + 5L * age);
        LocalDate decided = open ? today : act.plusDays(40);
        Division place = new Division(DISTRICTS.get(n % DISTRICTS.size()));
        Map<String, Object> facts = new TreeMap<>();
        int question = 0;
        for (Fact fact : engine.questions(item, place, act)) {
            if (!fact.fromParty() && !fact.name().contains("@")) {
                facts.put(fact.name(), answer(fact, n * 7 + question * 3));
                question++;
            }
        }
        DecisionRequest request = new DecisionRequest(
                item.code(),
                place,
                act,
                act,
                null,
                decided,
                new Party(PARTIES.get(n % PARTIES.size()), null, Party.MentalState.NORMAL),
                facts,
                CaseCircumstances.none(),
                null,
                List.of());
        String id = "演示-" + item.code() + "-" + String.format(Locale.ROOT, "%03d", n + 1);
        try {
            Long fine = fine(engine.decide(request), n);
            return new PastCase(
                    id,
                    open,
                    request,
                    open ? null : decided.plusDays(3),
                    open ? null : fine,
                    open && n % 8 == 3 ? fine : null);
        } catch (InvalidRequestException e) {
            return null;
        }
    }

    private static Object answer(Fact fact, int seed) {
        return switch (fact.type()) {
            case CHOICE -> fact.values().get(seed % fact.values().size()).value();
            case BOOLEAN -> seed % 3 == 0;
            case DATE -> LocalDate.of(2026, 1, 1).plusDays(seed % 90).toString();
            case MONEY -> new BigDecimal(500L + 7_777L * (seed % 29));
            case NUMBER, INTEGER -> bounded(fact, new BigDecimal(1 + seed % 40));
        };
    }

    private static BigDecimal bounded(Fact fact, BigDecimal number) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        BigDecimal up = min != null && number.compareTo(min) < 0 ? min : number;
        return max != null && up.compareTo(max) > 0 ? max : up;
    }

    /** An amount inside what is left, lower or higher by turns. */
    private static @Nullable Long fine(Decision decision, int n) {
        if (!(decision.outcome() instanceof Outcome.Determined determined)) {
            return null;
        }
        return determined.applied().penalties().stream()
                .filter(penalty -> penalty.penalty().kind() == PenaltyKind.FINE)
                .map(PenaltyRange::remaining)
                .filter(range -> range != null && range.max() != null)
                .findFirst()
                .map(range -> inside(range, n))
                .orElse(null);
    }

    private static long inside(Range range, int n) {
        long span = range.greatest() - range.min();
        return (range.min() + span * (n % 5) / 4) / 10_000 * 10_000 >= range.min()
                ? (range.min() + span * (n % 5) / 4) / 10_000 * 10_000
                : range.min();
    }
}
