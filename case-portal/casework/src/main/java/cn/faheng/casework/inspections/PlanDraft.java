package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;

/**
 * What a plan says.
 *
 * @param kind annual or special
 * @param body code of the body whose plan it is
 * @param year the year it belongs to
 * @param title its title
 * @param purpose what it is for
 * @param items codes of the inspection items
 * @param supporting codes of other bodies whose inspectors take part
 * @param filter which objects
 * @param sample how many of them
 * @param limits what the planner sets
 * @param starts first day of the checks
 * @param ends last day of the checks
 */
public record PlanDraft(
        Kind kind,
        String body,
        int year,
        String title,
        String purpose,
        List<String> items,
        List<String> supporting,
        ObjectFilter filter,
        Sample sample,
        PlanLimits limits,
        LocalDate starts,
        LocalDate ends) {

    public PlanDraft {
        items = List.copyOf(items);
        supporting = List.copyOf(supporting);
    }

    /** Annual, or for one occasion. */
    public enum Kind {
        ANNUAL,
        SPECIAL
    }
}
