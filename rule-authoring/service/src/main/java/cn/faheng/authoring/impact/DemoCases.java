package cn.faheng.authoring.impact;

import cn.faheng.drafting.impact.PastCase;
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
import cn.faheng.server.identity.DemoMode;
import cn.faheng.server.registry.RuleBases;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Made-up cases of Jining's districts for the demo, so that the impact of a draft can be seen without a history of one's own. */
@Component
final class DemoCases {

    private static final String BY = "演示数据";
    private static final int PER_ITEM = 24;
    private static final List<String> DISTRICTS = List.of(
            "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831", "370832", "370881",
            "370883");
    private static final List<Party.Kind> PARTIES =
            List.of(Party.Kind.ORGANISATION, Party.Kind.SOLE_PROPRIETOR, Party.Kind.INDIVIDUAL);

    private final DemoMode demo;
    private final PastCases cases;
    private final RuleBases ruleBases;
    private final Clock clock;

    DemoCases(DemoMode demo, PastCases cases, RuleBases ruleBases, Clock clock) {
        this.demo = demo;
        this.cases = cases;
        this.ruleBases = ruleBases;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (demo.isActive() && cases.count() == 0) {
            Thread thread = new Thread(this::makeAll, "demo-cases");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void makeAll() {
        LocalDate today = LocalDate.now(clock);
        Engine engine = ruleBases.current().engine();
        for (Item item : ruleBases.current().catalogue().items()) {
            List<PastCase> made = new ArrayList<>();
            for (int n = 0; n < PER_ITEM; n++) {
                PastCase past = make(engine, item, n, today);
                if (past != null) {
                    made.add(past);
                }
            }
            cases.keep(made, BY);
        }
    }

    /** The n-th case of an item; null where the item is not in force there and then. */
    private static @Nullable PastCase make(Engine engine, Item item, int n, LocalDate today) {
        boolean open = n % 4 == 3;
        LocalDate act = today.minusDays(open ? 20 + n : 60 + 5L * n);
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
        String id = "演示-" + item.code() + "-" + String.format(java.util.Locale.ROOT, "%03d", n + 1);
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
