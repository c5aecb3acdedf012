package cn.faheng.web.show;

import cn.faheng.contract.model.PenaltyBody;
import cn.faheng.contract.model.VerdictBody;
import cn.faheng.contract.model.VerdictPartBody;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which amount was proposed for which penalty: as the verdict found it, or by kind and subject while there is none. */
final class Proposed {

    private static final String OPEN = "undetermined";

    private final Map<String, RangeBar.Proposed> byPenalty;

    private Proposed(Map<String, RangeBar.Proposed> byPenalty) {
        this.byPenalty = byPenalty;
    }

    static Proposed of(@Nullable VerdictBody verdict, CaseAsked asked, List<PenaltyRange> penalties) {
        return new Proposed(verdict == null ? matched(asked, penalties) : judged(verdict));
    }

    Optional<RangeBar.Proposed> to(PenaltyRange penalty) {
        return Optional.ofNullable(byPenalty.get(penalty.penalty().id()));
    }

    private static Map<String, RangeBar.Proposed> judged(VerdictBody verdict) {
        Map<String, RangeBar.Proposed> judged = new HashMap<>();
        for (VerdictPartBody part : verdict.getParts()) {
            PenaltyBody named = part.getPenalty();
            Long amount = Bodies.amount(part.getAmountFen(), part.getMonths(), part.getDays());
            if (named != null && amount != null) {
                judged.putIfAbsent(
                        named.getId(),
                        new RangeBar.Proposed(amount, part.getStatus().getValue()));
            }
        }
        return judged;
    }

    /** Each amount belongs to the penalty of its kind whose range holds it, else to the first of its kind. */
    private static Map<String, RangeBar.Proposed> matched(CaseAsked asked, List<PenaltyRange> penalties) {
        Map<String, RangeBar.Proposed> matched = new HashMap<>();
        for (CaseAsked.Amount amount : asked.proposed()) {
            List<PenaltyRange> free = new ArrayList<>(penalties);
            free.removeIf(p -> p.penalty().kind() != amount.kind()
                    || p.penalty().subject() != amount.subject()
                    || matched.containsKey(p.penalty().id()));
            free.stream()
                    .filter(p -> holds(p.statutory(), amount.amount()))
                    .findFirst()
                    .or(() -> free.stream().findFirst())
                    .ifPresent(p -> matched.put(p.penalty().id(), new RangeBar.Proposed(amount.amount(), OPEN)));
        }
        return matched;
    }

    private static boolean holds(@Nullable Range range, long amount) {
        return range != null && range.contains(amount);
    }
}
