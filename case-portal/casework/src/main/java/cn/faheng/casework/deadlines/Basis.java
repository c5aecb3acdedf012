package cn.faheng.casework.deadlines;

import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.gate.FindingKinds;
import cn.faheng.rules.timelimit.TimeLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** What deadlines are computed on, as one fingerprint: calendar, limits, rules of the gates, thresholds. */
final class Basis {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private Basis() {}

    static String fingerprint(DeadlineSettings settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            WorkingCalendar calendar = WorkingCalendar.published();
            for (LocalDate day = FIRST;
                    calendar.isSettled(day) || day.getYear() <= FIRST.getYear();
                    day = day.plusDays(1)) {
                digest.update((byte) (calendar.isWorkingDay(day) ? 1 : 0));
            }
            TimeLimits.published().all().forEach(limit -> add(digest, limit.toString()));
            add(digest, FindingKinds.rulesHash());
            add(digest, settings.toString());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
