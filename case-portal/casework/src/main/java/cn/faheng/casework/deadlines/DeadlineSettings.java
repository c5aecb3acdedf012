package cn.faheng.casework.deadlines;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are warned. A deadline is amber (red) as soon as no more than a share of its time or no more than some working days
 * are left, whichever comes first, but never more than some days ahead.
 *
 * @param amberPercent share of the time left, in percent
 * @param amberWorkingDays working days left
 * @param amberMostDays days ahead at most
 * @param redPercent the same for red
 * @param redWorkingDays the same for red
 * @param redMostDays the same for red
 * @param headAfter working days after the end until a head learns of it
 * @param supervisorAfter working days after the end until those who watch learn of it
 */
@ConfigurationProperties("faheng.deadlines")
record DeadlineSettings(
        @DefaultValue("30") int amberPercent,
        @DefaultValue("5") int amberWorkingDays,
        @DefaultValue("30") int amberMostDays,
        @DefaultValue("10") int redPercent,
        @DefaultValue("2") int redWorkingDays,
        @DefaultValue("7") int redMostDays,
        @DefaultValue("1") int headAfter,
        @DefaultValue("5") int supervisorAfter) {

    DeadlineSettings {
        if (redPercent > amberPercent || redWorkingDays > amberWorkingDays || redMostDays > amberMostDays) {
            throw new IllegalArgumentException(
                    "faheng.deadlines: red must not begin before amber (percent, working-days, most-days)");
        }
        if (headAfter > supervisorAfter
                || headAfter < 0
                || redPercent < 0
                || amberPercent > 100
                || redWorkingDays < 0) {
            throw new IllegalArgumentException(
                    "faheng.deadlines: percent lies between 0 and 100, head-after between 0 and supervisor-after");
        }
    }
}
