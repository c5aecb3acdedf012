package cn.faheng.casework.inspections;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an inspection plan.
 *
 * @param id id of the version
 * @param revision counts its changes
 * @param number number of the plan, the same for all versions
 * @param version 1 for the first
 * @param draft what it says
 * @param items its items with their basis, as the directory had them
 * @param state where it stands
 * @param planned who planned it
 * @param decided who approved or returned it, or null
 * @param remark what was said with that, or empty
 * @param published who published it, or null
 * @param previous id of the version it replaces, or null
 * @param changeReason why it was adjusted, or empty
 * @param formKey the form it was first saved with
 */
public record Plan(
        UUID id,
        int revision,
        String number,
        int version,
        PlanDraft draft,
        List<PlanItem> items,
        PlanState state,
        Signed planned,
        @Nullable Signed decided,
        String remark,
        @Nullable Signed published,
        @Nullable UUID previous,
        String changeReason,
        UUID formKey) {

    public Plan {
        items = List.copyOf(items);
    }

    Plan saying(PlanDraft other, List<PlanItem> otherItems, Signed by) {
        return new Plan(
                id,
                revision,
                number,
                version,
                other,
                otherItems,
                state,
                by,
                decided,
                remark,
                published,
                previous,
                changeReason,
                formKey);
    }

    Plan in(PlanState other) {
        return new Plan(
                id,
                revision,
                number,
                version,
                draft,
                items,
                other,
                planned,
                decided,
                remark,
                published,
                previous,
                changeReason,
                formKey);
    }

    Plan decided(PlanState other, Signed by, String said) {
        return new Plan(
                id,
                revision,
                number,
                version,
                draft,
                items,
                other,
                planned,
                by,
                said,
                published,
                previous,
                changeReason,
                formKey);
    }

    Plan published(Signed by) {
        return new Plan(
                id,
                revision,
                number,
                version,
                draft,
                items,
                PlanState.PUBLISHED,
                planned,
                decided,
                remark,
                by,
                previous,
                changeReason,
                formKey);
    }

    Plan at(int stored) {
        return new Plan(
                id,
                stored,
                number,
                version,
                draft,
                items,
                state,
                planned,
                decided,
                remark,
                published,
                previous,
                changeReason,
                formKey);
    }

    /** Number and version, as the reader sees them. */
    public String name() {
        return version == 1 ? number : number + "（第" + version + "版）";
    }
}
