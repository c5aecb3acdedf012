package cn.faheng.web.cases;

import cn.faheng.casework.cases.Cases.SimilarCase;
import java.util.List;
import java.util.Optional;

/**
 * How the fines of cases are spread.
 *
 * @param count how many cases
 * @param least the least fine, in fen
 * @param lower a quarter of the cases lies at or below it
 * @param middle half of them
 * @param upper three quarters of them
 * @param greatest the greatest fine
 */
public record Spread(int count, long least, long lower, long middle, long upper, long greatest) {

    static Optional<Spread> of(List<SimilarCase> cases) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        long[] fines = cases.stream().mapToLong(SimilarCase::fineFen).sorted().toArray();
        int last = fines.length - 1;
        return Optional.of(
                new Spread(fines.length, fines[0], fines[last / 4], fines[last / 2], fines[last * 3 / 4], fines[last]));
    }

    /** How many of some cases have a lower fine. */
    public long below(List<SimilarCase> cases, long fen) {
        return cases.stream().filter(c -> c.fineFen() < fen).count();
    }
}
