package cn.faheng.authoring.models;

import cn.faheng.engine.trial.TrialLimits;
import cn.faheng.engine.trial.TrialWorkers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelsSettings.class)
class ModelsConfiguration {

    /** The workers start with the first trial and end with this process. */
    @Bean(destroyMethod = "close")
    TrialWorkers trialWorkers(ModelsSettings settings) {
        return new TrialWorkers(new TrialLimits(
                settings.processorTime(),
                settings.wallTime(),
                settings.memoryMegabytes(),
                settings.workers(),
                settings.queueTime()));
    }
}
