package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.rules.catalogue.Division;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the lists together from which is drawn: whom the plan means, who may inspect, who is recused from whom. */
@Component
final class CandidateLists {

    private final ObjectLibrary library;
    private final Officers officers;
    private final Recusals recusals;
    private final RepeatChecks repeats;

    CandidateLists(ObjectLibrary library, Officers officers, Recusals recusals, RepeatChecks repeats) {
        this.library = library;
        this.officers = officers;
        this.recusals = recusals;
        this.repeats = repeats;
    }

    /** The lists as they stand now. */
    Candidates of(Plan plan) {
        List<Candidates.Candidate> objects = new ArrayList<>();
        List<Candidates.LeftOut> leftOut = new ArrayList<>();
        Map<RiskClass, Integer> held = new EnumMap<>(RiskClass.class);
        for (InspectionObject object : library.matching(plan.draft())) {
            String full = reachedCap(plan, object);
            if (full.isEmpty()) {
                objects.add(new Candidates.Candidate(
                        object.id().toString(), object.name(), object.division(), object.riskClass()));
                held.merge(object.riskClass(), 1, Integer::sum);
            } else {
                leftOut.add(new Candidates.LeftOut(object.id().toString(), object.name(), full));
            }
        }
        List<Officer> able = able(plan);
        return new Candidates(
                objects,
                able.stream()
                        .map(o -> new Candidates.Inspector(o.certificate(), o.name(), o.certificate(), o.body()))
                        .toList(),
                recused(objects, able),
                leftOut,
                plan.draft().sample().quotas(held),
                plan.draft().limits().inspectorsPerObject(),
                plan.draft().body());
    }

    /** Officers of the bodies of the plan who cannot be drawn, by certificate, and why. */
    Map<String, String> unable(Plan plan) {
        Map<String, String> unable = new HashMap<>();
        staff(plan).forEach(officer -> {
            if (!certified(officer, plan)) {
                unable.put(
                        officer.certificate(),
                        officer.name() + "：执法证件在检查期间 " + plan.draft().starts() + " 至 "
                                + plan.draft().ends()
                                + " 不是始终有效（" + officer.status().chinese() + "，有效期 " + officer.validFrom() + " 至 "
                                + officer.validTo() + "）");
            } else if (!scoped(officer, plan)) {
                unable.put(officer.certificate(), officer.name() + "：证件载明的执法类别不含本次检查事项的领域");
            }
        });
        return unable;
    }

    private List<Officer> able(Plan plan) {
        return staff(plan)
                .filter(officer -> certified(officer, plan) && scoped(officer, plan))
                .toList();
    }

    private Stream<Officer> staff(Plan plan) {
        return Stream.concat(Stream.of(plan.draft().body()), plan.draft().supporting().stream())
                .distinct()
                .flatMap(body -> officers.ofBody(body, plan.draft().starts()).stream());
    }

    private static boolean certified(Officer officer, Plan plan) {
        return officer.certifiedOn(plan.draft().starts())
                && officer.certifiedOn(plan.draft().ends());
    }

    private static boolean scoped(Officer officer, Plan plan) {
        return plan.items().stream().anyMatch(item -> officer.certifiedFor(item.field()));
    }

    private String reachedCap(Plan plan, InspectionObject object) {
        PlanLimits limits = plan.draft().limits();
        int year = plan.draft().year();
        int all = repeats.count(object.id(), year, "");
        if (all >= limits.perYear()) {
            return year + "年已有 " + all + " 次检查，达到每户全年上限 " + limits.perYear() + " 次";
        }
        boolean allItems = plan.items().stream()
                .allMatch(item -> repeats.count(object.id(), year, item.code()) >= limits.perItem());
        return allItems ? "计划的检查事项" + year + "年都已达到每项上限 " + limits.perItem() + " 次" : "";
    }

    private List<Candidates.Recused> recused(List<Candidates.Candidate> objects, List<Officer> able) {
        Set<String> drawn =
                new HashSet<>(objects.stream().map(Candidates.Candidate::id).toList());
        Set<String> certificates =
                new HashSet<>(able.stream().map(Officer::certificate).toList());
        List<Candidates.Recused> recused = new ArrayList<>();
        for (Recusal recusal : recusals.holding()) {
            UUID object = recusal.object();
            if (drawn.contains(object.toString()) && certificates.contains(recusal.inspector())) {
                recused.add(new Candidates.Recused(
                        recusal.inspector(), object.toString(), recusal.ground().chinese()));
            }
        }
        for (Candidates.Candidate object : objects) {
            for (Officer officer : able) {
                if (!object.region().isEmpty() && !officer.certifiedIn(new Division(object.region()))) {
                    recused.add(new Candidates.Recused(officer.certificate(), object.id(), "证件适用地区不含对象所在地"));
                }
            }
        }
        return recused;
    }
}
