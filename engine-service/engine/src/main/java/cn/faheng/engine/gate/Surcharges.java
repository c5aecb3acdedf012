package cn.faheng.engine.gate;

import cn.faheng.engine.gate.Surcharge.Part;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.Change;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Execution.DeferralDecided;
import cn.faheng.rules.casefile.Execution.Instalment;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.gate.CaseLaw;
import cn.faheng.rules.gate.Fines;
import cn.faheng.rules.gate.RemedyTime;
import cn.faheng.rules.gate.Running.Stood;
import cn.faheng.rules.timelimit.Length;
import cn.faheng.rules.timelimit.TimeLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes the surcharge on the fine of one decision, day by day: on what is overdue and unpaid, from the day after the last day to
 * pay, not while a remedy is pending, up to the fine. A payment counts from the day after it was made; parts of a deferral are
 * overdue each by itself, from the day on which it was granted.
 */
final class Surcharges {

    private static final String PAYMENT = "DL-046 DL-105";
    private static final String RATE = "DL-048";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CaseFile file;
    private final CaseLaw law;
    private final DecisionMade decision;
    private final Optional<DeferralDecided> deferral;
    private final List<Stood> pending;

    Surcharges(CaseFile file, CaseLaw law, DecisionMade decision) {
        this.file = file;
        this.law = law;
        this.decision = decision;
        this.deferral = Fines.deferral(file, decision);
        this.pending = RemedyTime.pending(file, decision);
    }

    Surcharge asOf(LocalDate day) {
        long fine = decision.fineFen();
        long unpaid = Math.max(0, fine - Fines.paidBefore(file, decision, day.plusDays(1)));
        Optional<LocalDate> first =
                Fines.served(file, decision).map(Served::effective).flatMap(served -> law.lastDay(PAYMENT, served));
        if (fine == 0 || first.isEmpty()) {
            return Surcharge.none(fine, unpaid, null, day, fine == 0 ? "没有罚款。" : "行政处罚决定书尚未送达，缴纳期限没有起算。");
        }
        LocalDate last = first.get();
        if (isVoid(day)) {
            return Surcharge.none(fine, unpaid, last, day, "行政处罚决定已被撤销或者确认无效。");
        }
        Optional<TimeLimit> rate = law.limit(RATE, last.plusDays(1));
        if (rate.isEmpty() || !(rate.get().length() instanceof Length.DailyRate daily)) {
            return Surcharge.none(fine, unpaid, last, day, "没有收录当时有效的加处罚款标准，请按当时的法律核定。");
        }
        List<Part> parts = parts(last, day);
        BigDecimal exact = parts.stream()
                .filter(part -> part.paused().isEmpty())
                .map(part -> BigDecimal.valueOf(part.baseFen())
                        .multiply(BigDecimal.valueOf(part.days()))
                        .multiply(daily.percent())
                        .divide(HUNDRED))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long accrued = exact.setScale(0, RoundingMode.DOWN).longValueExact();
        long owed = Math.min(accrued, fine);
        return new Surcharge(
                rate.get(),
                fine,
                unpaid,
                deferral.map(d -> Fines.lastInstalment(file, decision)).orElse(last),
                day,
                parts,
                accrued,
                owed,
                accrued >= fine,
                words(parts, daily, accrued, owed));
    }

    private boolean isVoid(LocalDate day) {
        return file.all(DecisionChanged.class).stream()
                .filter(change ->
                        change.decision().equals(decision.id()) && !change.on().isAfter(day))
                .anyMatch(change -> change.how() == Change.REVOKED || change.how() == Change.VOID);
    }

    private List<Part> parts(LocalDate last, LocalDate asOf) {
        List<Part> parts = new ArrayList<>();
        for (LocalDate day = last.plusDays(1); !day.isAfter(asOf); day = day.plusDays(1)) {
            long base = overdue(last, day);
            if (base > 0) {
                join(parts, new Part(day, day, base, paused(day)));
            }
        }
        return parts;
    }

    private static void join(List<Part> parts, Part next) {
        Part before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        boolean same = before != null
                && before.to().plusDays(1).equals(next.from())
                && before.baseFen() == next.baseFen()
                && before.paused().equals(next.paused());
        if (before != null && same) {
            parts.set(parts.size() - 1, new Part(before.from(), next.to(), next.baseFen(), next.paused()));
        } else {
            parts.add(next);
        }
    }

    /** What was due before a day and not paid before it. */
    private long overdue(LocalDate last, LocalDate day) {
        long paid = Fines.paidBefore(file, decision, day);
        Optional<DeferralDecided> granted = deferral.filter(d -> !d.on().isAfter(day));
        if (granted.isEmpty()) {
            return day.isAfter(last) ? Math.max(0, decision.fineFen() - paid) : 0;
        }
        List<Instalment> all = granted.get().instalments();
        long outside =
                decision.fineFen() - all.stream().mapToLong(Instalment::fen).sum();
        long due = outside
                + all.stream()
                        .filter(part -> part.due().isBefore(day))
                        .mapToLong(Instalment::fen)
                        .sum();
        return Math.max(0, due - paid);
    }

    private String paused(LocalDate day) {
        return pending.stream()
                .filter(span -> span.covers(day))
                .map(Stood::ground)
                .findFirst()
                .orElse("");
    }

    private static String words(List<Part> parts, Length.DailyRate daily, long accrued, long owed) {
        if (parts.isEmpty()) {
            return "没有逾期未缴的罚款，不加处罚款。";
        }
        StringBuilder words = new StringBuilder();
        for (Part part : parts) {
            words.append(part.from())
                    .append("至")
                    .append(part.to())
                    .append("共")
                    .append(part.days())
                    .append("日，");
            if (part.paused().isEmpty()) {
                words.append("以逾期未缴的")
                        .append(yuan(part.baseFen()))
                        .append("元为基数，")
                        .append(daily.chinese())
                        .append("；");
            } else {
                words.append(part.paused()).append("期间不予计算；");
            }
        }
        words.append("合计").append(yuan(accrued)).append("元");
        return words.append(accrued > owed ? "，不得超出罚款数额，为" + yuan(owed) + "元。" : "。")
                .toString();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
