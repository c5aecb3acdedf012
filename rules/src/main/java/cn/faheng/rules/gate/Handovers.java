package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Execution.HandedIn;
import cn.faheng.rules.casefile.Execution.Paid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What became of money that officers collected on the spot. */
public final class Handovers {

    private Handovers() {}

    /** When the organ got it; null while it did not. */
    public static @Nullable LocalDateTime toOrgan(CaseFile file, Paid payment) {
        LocalDate day = file.all(HandedIn.class).stream()
                .filter(handed -> handed.payment().equals(payment.id()))
                .map(HandedIn::toOrgan)
                .min(LocalDate::compareTo)
                .orElse(null);
        return Events.onDay(day);
    }
}
