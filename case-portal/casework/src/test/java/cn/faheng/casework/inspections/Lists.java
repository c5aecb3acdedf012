package cn.faheng.casework.inspections;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Lists to draw from, made up for tests. */
final class Lists {

    private static final RiskClass[] CLASSES = RiskClass.values();

    private Lists() {}

    /** So many objects of each class in turn and so many inspectors of two bodies in turn. */
    static Candidates of(int objects, int inspectors, int perClass, int each) {
        return of(objects, inspectors, perClass, each, List.of());
    }

    static Candidates of(int objects, int inspectors, int perClass, int each, List<Candidates.Recused> recused) {
        List<Candidates.Candidate> all = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            all.add(new Candidates.Candidate(
                    "object-%04d".formatted(i), "企业" + i, "370811", CLASSES[i % CLASSES.length]));
        }
        List<Candidates.Inspector> staff = new ArrayList<>();
        for (int i = 0; i < inspectors; i++) {
            String id = "37H-%03d".formatted(i);
            staff.add(new Candidates.Inspector(id, "执法" + i, id, i % 2 == 0 ? "370811-01" : "370811-02"));
        }
        Map<RiskClass, Integer> quotas = new EnumMap<>(RiskClass.class);
        for (RiskClass riskClass : CLASSES) {
            quotas.put(riskClass, perClass);
        }
        return new Candidates(all, staff, recused, List.of(), quotas, each, "370811-01");
    }

    /** Recusals that leave at least two inspectors of the lead body free everywhere: the first four are never recused. */
    static List<Candidates.Recused> recusals(int objects, int inspectors, RandomGenerator random) {
        List<Candidates.Recused> recused = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            for (int j = 4; j < inspectors; j++) {
                if (random.nextInt(3) == 0) {
                    recused.add(new Candidates.Recused("37H-%03d".formatted(j), "object-%04d".formatted(i), "近亲属关系"));
                }
            }
        }
        return recused;
    }
}
