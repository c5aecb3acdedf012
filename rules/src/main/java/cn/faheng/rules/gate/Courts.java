package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import java.time.LocalDate;
import java.util.Optional;

/** When the organ may go to the court for enforcement (行政强制法 第五十三条; 行政处罚法 第七十二条第二款). */
public final class Courts {

    /** The limit that begins with the end of a reconsideration. */
    private static final String AFTER_RECONSIDERATION = "DL-077a";

    private Courts() {}

    /**
     * The day from which its time is counted: no remedy is open any more, and the time of a deferral is over; empty before that is
     * known.
     *
     * @param limits the limits of the remedies that are open against the decision
     */
    public static Optional<LocalDate> from(CaseFile file, CaseLaw law, DecisionMade decision, String limits) {
        if (!file.decisions().contains(decision)) {
            return Optional.empty();
        }
        LocalDate deferred = Fines.lastInstalment(file, decision);
        return RemedyTime.closes(file, law, decision, limits, AFTER_RECONSIDERATION)
                .map(day -> deferred != null && deferred.isAfter(day) ? deferred : day);
    }
}
