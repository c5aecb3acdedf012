package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.InspectionObject;
import cn.faheng.casework.inspections.ObjectFilter;
import cn.faheng.casework.inspections.Plan;
import cn.faheng.casework.inspections.PlanDraft;
import cn.faheng.casework.inspections.PlanLimits;
import cn.faheng.casework.inspections.RiskClass;
import cn.faheng.casework.inspections.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A plan as typed, and the other way round. */
final class PlanForm {

    private PlanForm() {}

    static PlanDraft draft(MultiValueMap<String, String> entries, String body, LocalDate today) {
        Typed typed = new Typed(entries);
        Map<RiskClass, BigDecimal> perClass = new EnumMap<>(RiskClass.class);
        for (RiskClass risk : RiskClass.values()) {
            BigDecimal value = typed.decimalOrZero("sample-" + risk);
            if (value.signum() != 0) {
                perClass.put(risk, value);
            }
        }
        LocalDate starts = typed.day("starts", today);
        PlanDraft draft = new PlanDraft(
                typed.choice("kind", PlanDraft.Kind.class, PlanDraft.Kind.ANNUAL),
                body,
                typed.number("year"),
                typed.text("title"),
                typed.text("purpose"),
                typed.all("items"),
                typed.words("supporting"),
                new ObjectFilter(
                        typed.words("regions"),
                        typed.words("fields"),
                        List.copyOf(perClass.keySet()),
                        typed.all("sizes").stream()
                                .map(InspectionObject.Size::valueOf)
                                .toList()),
                new Sample(typed.choice("mode", Sample.Mode.class, Sample.Mode.SHARE), perClass),
                new PlanLimits(
                        typed.number("perYear"),
                        typed.number("perItem"),
                        typed.number("severalBodiesDays"),
                        typed.number("inspectorsPerObject")),
                starts,
                typed.day("ends", starts));
        typed.require();
        return draft;
    }

    static MultiValueMap<String, String> typed(Plan plan) {
        PlanDraft draft = plan.draft();
        MultiValueMap<String, String> typed = blank(draft.year(), draft.starts(), draft.ends());
        typed.set("kind", draft.kind().name());
        typed.set("title", draft.title());
        typed.set("purpose", draft.purpose());
        typed.put("items", draft.items());
        typed.set("supporting", String.join("、", draft.supporting()));
        typed.set("regions", String.join("、", draft.filter().regions()));
        typed.set("fields", String.join("、", draft.filter().fields()));
        typed.put("sizes", draft.filter().sizes().stream().map(Enum::name).toList());
        typed.set("mode", draft.sample().mode().name());
        draft.sample().perClass().forEach((risk, value) -> typed.set("sample-" + risk, value.toPlainString()));
        typed.set("perYear", String.valueOf(draft.limits().perYear()));
        typed.set("perItem", String.valueOf(draft.limits().perItem()));
        typed.set("severalBodiesDays", String.valueOf(draft.limits().severalBodiesDays()));
        typed.set("inspectorsPerObject", String.valueOf(draft.limits().inspectorsPerObject()));
        return typed;
    }

    static MultiValueMap<String, String> blank(int year, LocalDate starts, LocalDate ends) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.set("kind", "ANNUAL");
        typed.set("mode", "SHARE");
        typed.set("year", String.valueOf(year));
        typed.set("starts", starts.toString());
        typed.set("ends", ends.toString());
        typed.set("inspectorsPerObject", "2");
        return typed;
    }
}
