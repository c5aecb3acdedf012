package cn.faheng.engine.gate;

import cn.faheng.rules.gate.Running.Stood;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The days on which a limit stands still; what has not ended yet is taken to end with {@code today}. */
final class StillDays {

    private final List<Stood> stood;
    private final LocalDate today;

    StillDays(List<Stood> stood, LocalDate today) {
        this.stood = stood;
        this.today = today;
    }

    boolean isEmpty() {
        return stood.isEmpty();
    }

    /** Whether a day does not count. */
    boolean covers(LocalDate day) {
        return stood.stream().anyMatch(span -> span.covers(day) && (span.to() != null || !day.isAfter(today)));
    }

    /** How many days after {@code start} up to and including {@code last} do not count. */
    long between(LocalDate start, LocalDate last) {
        return last.isAfter(start)
                ? start.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(this::covers)
                        .count()
                : 0;
    }

    /** The day on which as many days that count have passed after {@code start} as there are days up to {@code last}. */
    LocalDate later(LocalDate start, LocalDate last) {
        if (isEmpty() || !last.isAfter(start)) {
            return last;
        }
        long left = last.toEpochDay() - start.toEpochDay();
        LocalDate day = start;
        while (left > 0) {
            day = day.plusDays(1);
            if (!covers(day)) {
                left--;
            }
        }
        return day;
    }

    /** What was taken out and why: 期间不计入12日（听证5日、公告7日），; empty where nothing was. */
    String words(LocalDate start, LocalDate last) {
        Map<String, Long> byGround = new LinkedHashMap<>();
        for (LocalDate day = start.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate asked = day;
            stood.stream()
                    .filter(span -> span.covers(asked) && (span.to() != null || !asked.isAfter(today)))
                    .findFirst()
                    .ifPresent(span -> byGround.merge(span.ground(), 1L, Long::sum));
        }
        long sum = byGround.values().stream().mapToLong(Long::longValue).sum();
        return sum == 0
                ? ""
                : "不计入" + sum + "日（"
                        + byGround.entrySet().stream()
                                .map(entry -> entry.getKey() + entry.getValue() + "日")
                                .collect(Collectors.joining("；"))
                        + "），";
    }
}
