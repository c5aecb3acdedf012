package cn.faheng.server.registry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether this process answers with the newest publications; one that does not still answers, so it stays ready. */
@Component("ruleBase")
final class RegistryHealth implements HealthIndicator {

    private final RuleBases ruleBases;

    RegistryHealth(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
    }

    @Override
    public Health health() {
        Health.Builder health = ruleBases
                .failure()
                .map(failure -> Health.down().withDetail("failure", failure))
                .orElseGet(Health::up);
        return health.withDetail("state", ruleBases.current().hash())
                .withDetail("publication", ruleBases.log().sequence())
                .build();
    }
}
