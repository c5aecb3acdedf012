package cn.faheng.casework.inspections;

import java.util.List;

/**
 * Which objects a plan is about; an empty list does not narrow anything.
 *
 * @param regions six digits of divisions
 * @param fields fields of enforcement
 * @param riskClasses risk classes
 * @param sizes sizes
 */
public record ObjectFilter(
        List<String> regions, List<String> fields, List<RiskClass> riskClasses, List<InspectionObject.Size> sizes) {

    public ObjectFilter {
        regions = List.copyOf(regions);
        fields = List.copyOf(fields);
        riskClasses = List.copyOf(riskClasses);
        sizes = List.copyOf(sizes);
    }

    /** Whether an object is meant, its region left aside where it has none: that is refused later and by name. */
    boolean fits(InspectionObject object) {
        return (regions.isEmpty()
                        || object.division().isEmpty()
                        || regions.stream().anyMatch(region -> object.isIn(region)))
                && (fields.isEmpty() || object.fields().stream().anyMatch(fields::contains))
                && (riskClasses.isEmpty() || riskClasses.contains(object.riskClass()))
                && (sizes.isEmpty() || sizes.contains(object.size()));
    }
}
