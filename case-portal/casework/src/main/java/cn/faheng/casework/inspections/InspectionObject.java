package cn.faheng.casework.inspections;

import cn.faheng.rules.catalogue.Division;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may be checked, in the library of objects (检查对象名录库).
 *
 * @param id its id
 * @param revision counts its changes
 * @param counterpart the counterpart of the directory, or null where it came by import only
 * @param code 统一社会信用代码, or empty
 * @param name its name
 * @param division six digits of where it is; empty where not known yet, then it cannot be drawn
 * @param fields fields of enforcement it falls under
 * @param riskClass risk class
 * @param size size
 * @param address where to go
 * @param active false when it is closed or has moved away
 */
public record InspectionObject(
        UUID id,
        int revision,
        @Nullable UUID counterpart,
        String code,
        String name,
        String division,
        List<String> fields,
        RiskClass riskClass,
        Size size,
        String address,
        boolean active) {

    public InspectionObject {
        fields = List.copyOf(fields);
    }

    /** How large it is, after 统计上大中小微型企业划分办法, and sole proprietors. */
    public enum Size {
        LARGE,
        MEDIUM,
        SMALL,
        MICRO,
        SOLE_PROPRIETOR
    }

    boolean isIn(String region) {
        return !division.isEmpty() && new Division(region).contains(new Division(division));
    }
}
