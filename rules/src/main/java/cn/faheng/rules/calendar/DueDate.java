package cn.faheng.rules.calendar;

import java.time.LocalDate;

/**
 * The day on which a period ends.
 *
 * @param date the last day on which the act is in time
 * @param rawLastDay the last day as counted, before it was moved off a day that is not a working day
 * @param provisional whether a day was counted for which no paper of the State Council is held: weekends only, may change
 * @param reason how the day was found, in Chinese, ready for a screen; where provisional, why
 */
public record DueDate(LocalDate date, LocalDate rawLastDay, boolean provisional, String reason) {

    /** Whether the last day was moved. */
    public boolean moved() {
        return !date.equals(rawLastDay);
    }

    /** This answer, provisional as soon as {@code earlier} is: for a period that follows another one. */
    public DueDate orProvisional(DueDate earlier) {
        return provisional || !earlier.provisional
                ? this
                : new DueDate(date, rawLastDay, true, earlier.reason + reason);
    }

    /**
     * The same period without moving its last day, for periods whose length is a limit on the organ's power or an
     * extinction of it, such as a seizure (行政强制法 第二十五条) or the limitation of penalties (行政处罚法 第三十六条).
     * Depends on no holiday, so it is never provisional; not for periods counted in working days.
     */
    public DueDate withoutMoving() {
        return new DueDate(rawLastDay, rawLastDay, false, "期间的最后一日为" + rawLastDay + "，遇休息日、法定节假日不顺延。");
    }
}
