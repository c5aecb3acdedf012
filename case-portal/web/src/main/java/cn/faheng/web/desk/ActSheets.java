package cn.faheng.web.desk;

import cn.faheng.contract.model.CircumstancesBody;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Participants.Harm;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.Show;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The questions of an item for an act of a case, asked and read as the desk does. */
@Component
public final class ActSheets {

    private final RuleBases bases;

    ActSheets(RuleBases bases) {
        this.bases = bases;
    }

    /** The sheet of an item for an act at a place, decided on a day; empty where the rule base does not have the item. */
    public Optional<Sheet> sheet(String item, Division place, LocalDate act, LocalDate decided, Entries entries) {
        RuleBaseState base = bases.current();
        return base.catalogue().item(item).map(found -> new Sheets(base, entries, place, act, decided)
                .sheet(found, java.util.List.of()));
    }

    /**
     * What was answered.
     *
     * @param facts answers by fact
     * @param circumstances circumstances
     * @param errors what has to be corrected, by the id of the field
     */
    public record Answers(Map<String, Object> facts, Circumstances circumstances, Map<String, String> errors) {
        public Answers {
            facts = Map.copyOf(facts);
            errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        }
    }

    /** Reads the answers to a sheet. */
    public Answers read(Sheet sheet, Entries entries, Show show) {
        FormProblems problems = new FormProblems(show);
        Map<String, Object> facts = new FactAnswers(entries, problems).read(sheet.questions());
        AmountEntries amounts = new AmountEntries(entries, problems);
        CircumstancesBody read = new CircumstancePart(entries, problems, amounts).read(sheet.circumstances());
        Map<String, String> errors = new LinkedHashMap<>();
        problems.all().forEach(problem -> errors.put(problem.field(), problem.text()));
        return new Answers(facts, circumstances(read), errors);
    }

    private static Circumstances circumstances(CircumstancesBody body) {
        return new Circumstances(
                body.getCodes() == null ? Set.of() : body.getCodes(),
                isTrue(body.getMinorViolation()),
                isTrue(body.getCorrectedInTime()),
                isTrue(body.getFirstViolation()),
                isTrue(body.getNoSubjectiveFault()),
                body.getHarm() == null
                        ? null
                        : Harm.valueOf(body.getHarm().getValue().toUpperCase(Locale.ROOT)),
                isTrue(body.getEndangersLifeHealthOrFinance()),
                isTrue(body.getMajorPublicInterest()),
                isTrue(body.getComplexOrMajor()),
                isTrue(body.getBusinessActivity()),
                body.getGoodsValueFen(),
                body.getConfiscatedValueFen());
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
