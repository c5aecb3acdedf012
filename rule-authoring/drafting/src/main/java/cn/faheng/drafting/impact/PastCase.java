package cn.faheng.drafting.impact;

import cn.faheng.engine.request.DecisionRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case whose penalty is computed again.
 *
 * @param id number of the case
 * @param open whether it is not decided yet
 * @param request what the engine was asked, or would be; of an open case the day of the decision is the day it was recorded
 * @param servedOn day on which the decision was served, or null when it was not
 * @param fineFen fine imposed, or null
 * @param notifiedFineFen fine named in the prior notice (行政处罚法 第四十四条), or null when none was given
 */
public record PastCase(
        String id,
        boolean open,
        DecisionRequest request,
        @Nullable LocalDate servedOn,
        @Nullable Long fineFen,
        @Nullable Long notifiedFineFen) {}
