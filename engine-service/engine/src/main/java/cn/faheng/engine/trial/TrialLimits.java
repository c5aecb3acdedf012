package cn.faheng.engine.trial;

import java.time.Duration;

/**
 * What a trial may use.
 *
 * @param processor processor time of one trial
 * @param wall time of one trial on the clock, whatever else the machine does
 * @param memoryMegabytes heap of a worker
 * @param workers how many trials run at the same time
 * @param queue how long a trial waits for a free place
 */
public record TrialLimits(Duration processor, Duration wall, int memoryMegabytes, int workers, Duration queue) {

    /** Ten seconds of a processor, 256 MB, two at a time. */
    public static TrialLimits standard() {
        return new TrialLimits(Duration.ofSeconds(10), Duration.ofSeconds(40), 256, 2, Duration.ofSeconds(30));
    }
}
