package cn.faheng.authoring.impact;

import cn.faheng.drafting.impact.MadeUpCases;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.identity.DemoMode;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Made-up cases of Jining's districts for the demo, so that the impact of a draft can be seen without a history of one's own. */
@Component
final class DemoCases {

    private static final String BY = "演示数据";
    private static final int PER_ITEM = 24;

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
        MadeUpCases madeUp = new MadeUpCases(ruleBases.current().engine(), LocalDate.now(clock));
        for (Item item : ruleBases.current().catalogue().items()) {
            List<PastCase> made = new ArrayList<>();
            for (int n = 0; n < PER_ITEM; n++) {
                PastCase past = madeUp.make(item, n);
                if (past != null) {
                    made.add(past);
                }
            }
            cases.keep(made, BY);
        }
    }
}
