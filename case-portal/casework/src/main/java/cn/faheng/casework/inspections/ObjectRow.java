package cn.faheng.casework.inspections;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An object of the library as it is stored. */
@Table(schema = "casework", name = "inspection_object")
record ObjectRow(
        @Id UUID id,
        @Version int revision,
        @Nullable UUID counterpart,
        String code,
        String name,
        String division,
        String fields,
        RiskClass riskClass,
        InspectionObject.Size size,
        String address,
        boolean active) {

    static ObjectRow of(InspectionObject o) {
        return new ObjectRow(
                o.id(),
                o.revision(),
                o.counterpart(),
                o.code(),
                o.name(),
                o.division(),
                String.join(",", o.fields()),
                o.riskClass(),
                o.size(),
                o.address(),
                o.active());
    }

    InspectionObject object() {
        List<String> all = fields.isEmpty() ? List.of() : Arrays.asList(fields.split(",", -1));
        return new InspectionObject(
                id, revision, counterpart, code, name, division, all, riskClass, size, address, active);
    }
}
