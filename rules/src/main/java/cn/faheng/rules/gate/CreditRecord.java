package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Deciding.Published;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.casefile.Participants.PartyKind;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publication in the national enterprise credit system (市场监督管理行政处罚信息公示规定). */
public final class CreditRecord {

    private static final String CHANNEL = "企业信用信息公示系统";

    /** A credit code holds the division of the registrar in its third to eighth place; 10 stands for the nation. */
    private static final int PLACE = 2;

    private static final int PLACE_END = 4;
    private static final String NATION = "10";

    private CreditRecord() {}

    /** Whether the decision is published there: its party is registered, and it is more than a warning (第二条、第三条). */
    public static boolean isDue(CaseFile file, DecisionMade decision) {
        boolean registered = file.party(decision.party())
                .filter(party -> party.kind() != PartyKind.INDIVIDUAL)
                .isPresent();
        return registered
                && !decision.penalties().stream()
                        .allMatch(penalty -> penalty.kind().equals("warning"));
    }

    /** Whether the party is registered in another province than that of the organ. */
    public static boolean elsewhere(CaseFile file, DecisionMade decision) {
        Optional<String> home = file.party(decision.party())
                .flatMap(party -> Optional.ofNullable(party.idNumber()))
                .filter(code -> code.length() == 18)
                .map(code -> code.substring(PLACE, PLACE_END))
                .filter(place -> !place.equals(NATION));
        Optional<String> here = file.organ().map(OrganRecorded::division).map(code -> code.substring(0, 2));
        return home.isPresent() && here.isPresent() && !home.equals(here);
    }

    public static boolean isChannel(Published published) {
        return published.channel().contains(CHANNEL);
    }

    /** When it was published there; null while it was not. */
    public static @Nullable LocalDateTime publishedAt(CaseFile file, DecisionMade decision) {
        return file.all(Published.class).stream()
                .filter(published -> published.decision().equals(decision.id()) && isChannel(published))
                .map(Entry::at)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** Whether the decision says nothing beyond criticism by notice; which fines are low is for the province to say (第十三条第二款). */
    public static boolean onlyCriticism(DecisionMade decision) {
        return !decision.penalties().isEmpty()
                && Set.of("warning", "criticism")
                        .containsAll(decision.penalties().stream()
                                .map(penalty -> penalty.kind())
                                .toList());
    }
}
