package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A repeal that is to be made.
 *
 * @param ruleSet the version
 * @param lastDay its last day in force: not before its first day, and before the end that is written already
 * @param document the act that ended it; required where the last day lies before yesterday, so that nobody ends the past on his own
 * @param base what it was decided on, or null where the newest state is meant
 * @param authoredBy who asks for it
 * @param reviewedBy who reviewed it, or null
 * @param approvedBy who approved it, another person than the author
 * @param reason why, in Chinese
 */
public record NewRepeal(
        RuleSetRef ruleSet,
        LocalDate lastDay,
        @Nullable String document,
        @Nullable Base base,
        String authoredBy,
        @Nullable String reviewedBy,
        String approvedBy,
        String reason) {}
