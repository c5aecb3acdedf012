package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compiles the general part in force today once the service is ready, and again when another rule base became the current one, so
 * that the next decision does not wait for some forty models. A decision that comes earlier compiles what it needs itself.
 */
@Component
final class ModelWarmUp {

    private final RuleBases ruleBases;
    private final Clock clock;

    ModelWarmUp(RuleBases ruleBases, Clock clock) {
        this.ruleBases = ruleBases;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ruleBases.follow(this::inBackground);
        inBackground(ruleBases.current());
    }

    private void inBackground(RuleBaseState state) {
        Thread thread = new Thread(() -> compile(state), "model-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void compile(RuleBaseState state) {
        LocalDate today = LocalDate.now(clock);
        List<RuleSet> general = state.catalogue().ruleSets().stream()
                .filter(ruleSet -> ruleSet.hook() != null && ruleSet.effective().contains(today))
                .toList();
        general.forEach(ruleSet -> state.models().compiled(ruleSet));
    }
}
