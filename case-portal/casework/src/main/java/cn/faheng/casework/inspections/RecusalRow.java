package cn.faheng.casework.inspections;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A recusal as it is stored. */
@Table(schema = "casework", name = "inspection_recusal")
record RecusalRow(
        @Id UUID id,
        @Version int revision,
        String inspector,
        UUID object,
        Recusal.Ground ground,
        String note,
        String declaredBy,
        Instant declaredAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        String endReason) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    Recusal recusal() {
        return new Recusal(
                id,
                revision,
                inspector,
                object,
                ground,
                note,
                declaredBy,
                at(declaredAt),
                endedBy,
                endedAt == null ? null : at(endedAt),
                endReason);
    }

    RecusalRow ended(String by, Instant when, String reason) {
        return new RecusalRow(id, revision, inspector, object, ground, note, declaredBy, declaredAt, by, when, reason);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(CHINA).toOffsetDateTime();
    }
}
