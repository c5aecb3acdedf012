package cn.faheng.web.desk;

import cn.faheng.contract.model.CircumstancesBody;
import cn.faheng.contract.model.HarmBody;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the circumstances of a case. */
final class CircumstancePart {

    private final Entries entries;
    private final FormProblems problems;
    private final AmountEntries amounts;

    CircumstancePart(Entries entries, FormProblems problems, AmountEntries amounts) {
        this.entries = entries;
        this.problems = problems;
        this.amounts = amounts;
    }

    CircumstancesBody read(List<Sheet.CircumstanceOption> offered) {
        LinkedHashSet<String> codes = offered.stream()
                .map(c -> c.choice().value())
                .filter(code -> entries.has("circumstance", code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        CircumstancesBody circumstances = new CircumstancesBody()
                .codes(codes)
                .minorViolation(entries.ticked("minorViolation"))
                .correctedInTime(entries.ticked("correctedInTime"))
                .firstViolation(entries.ticked("firstViolation"))
                .noSubjectiveFault(entries.ticked("noSubjectiveFault"))
                .endangersLifeHealthOrFinance(entries.ticked("endangersLifeHealthOrFinance"))
                .majorPublicInterest(entries.ticked("majorPublicInterest"))
                .complexOrMajor(entries.ticked("complexOrMajor"))
                .businessActivity(entries.ticked("businessActivity"));
        for (HarmBody harm : HarmBody.values()) {
            if (harm.getValue().equals(entries.value("harm"))) {
                circumstances.harm(harm);
            }
        }
        circumstances.setGoodsValueFen(value("goodsValue"));
        circumstances.setConfiscatedValueFen(value("confiscatedValue"));
        return circumstances;
    }

    private @Nullable Long value(String name) {
        return amounts.fen(name, name + "Unit", name, problems.show().text("desk." + name));
    }
}
