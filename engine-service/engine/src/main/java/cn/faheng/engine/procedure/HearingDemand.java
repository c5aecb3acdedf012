package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a hearing has to be offered. The State, a department and a province may each have set amounts; each rule set says in its
 * decision {@code order} how it stands to the others. Where they claim precedence over each other the party keeps the right: a hearing
 * is offered where either demands it.
 */
final class HearingDemand {

    private static final String HOOK = "hearing";
    private static final Set<String> YIELDS_TO_DEPARTMENT = Set.of("field-first", "each-department");

    private final List<HookAnswer> decisive;

    HearingDemand(GeneralPart general, Map<String, Object> inputs) {
        List<HookAnswer> departments = new ArrayList<>();
        List<HookAnswer> provinces = new ArrayList<>();
        List<HookAnswer> state = new ArrayList<>();
        for (RuleSet ruleSet : general.ruleSets(HOOK)) {
            List<HookAnswer> group = !ruleSet.jurisdiction().equals(Division.NATION)
                    ? provinces
                    : ruleSet.fields().isEmpty() ? state : departments;
            group.add(general.answer(ruleSet, HOOK, inputs));
        }
        if (departments.isEmpty() || provinces.isEmpty()) {
            this.decisive = !departments.isEmpty() ? departments : !provinces.isEmpty() ? provinces : state;
        } else {
            this.decisive = precedence(general, departments, provinces);
        }
    }

    private static List<HookAnswer> precedence(
            GeneralPart general, List<HookAnswer> departments, List<HookAnswer> provinces) {
        String department = order(general, departments.get(0));
        String province = order(general, provinces.get(0));
        boolean provinceYields = YIELDS_TO_DEPARTMENT.contains(province);
        boolean departmentYields = department.equals("province-only")
                || (department.equals("province-first") && !provinceYields)
                || (department.equals("province-may-replace") && province.equals("province"));
        boolean departmentStands = department.equals("field") || department.equals("province-may-replace");
        if (departmentYields) {
            return provinces;
        }
        if (provinceYields && departmentStands) {
            return departments;
        }
        List<HookAnswer> both = new ArrayList<>(departments);
        both.addAll(provinces);
        return both;
    }

    private static String order(GeneralPart general, HookAnswer answer) {
        return general.answer(answer.ruleSet(), "order", Map.of()).text();
    }

    /** yes, no or person-decides; empty where no rule is held. */
    Optional<String> required() {
        Set<String> said = said();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(said.contains("yes") ? "yes" : said.contains("person-decides") ? "person-decides" : "no");
    }

    /** Whether rule sets that claim precedence over each other differ. */
    boolean isContested() {
        return said().size() > 1;
    }

    private Set<String> said() {
        return decisive.stream().map(HookAnswer::text).collect(Collectors.toSet());
    }

    List<HookAnswer> decisive() {
        return List.copyOf(decisive);
    }
}
