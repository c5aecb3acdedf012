package cn.faheng.authoring.models;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code faheng.models.*}: what the trial of a model may use.
 *
 * @param processorTime processor time of one trial
 * @param wallTime time of one trial on the clock
 * @param memoryMegabytes heap of a worker process
 * @param workers how many trials run at the same time
 * @param queueTime how long a trial waits for a free place
 */
@ConfigurationProperties("faheng.models")
record ModelsSettings(
        @DefaultValue("5s") Duration processorTime,
        @DefaultValue("20s") Duration wallTime,
        @DefaultValue("256") int memoryMegabytes,
        @DefaultValue("2") int workers,
        @DefaultValue("30s") Duration queueTime) {}
