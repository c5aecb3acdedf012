package cn.faheng.casework.inspections;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Who has agreed to join two tasks, as it is stored. */
@Table(schema = "casework", name = "inspection_merge")
record MergeRow(@Id UUID id, @Version int revision, UUID one, UUID other, String state, String content) {

    static final String OPEN = "OPEN";
    static final String ACCEPTED = "ACCEPTED";
    static final String DECLINED = "DECLINED";

    /** Code of the body to who agreed for it; why it was declined; the joint task. */
    record Content(Map<String, Signed> agreed, String reason, @Nullable UUID joint) {
        Content {
            agreed = new LinkedHashMap<>(agreed);
        }
    }

    static MergeRow of(UUID one, UUID other) {
        return new MergeRow(
                UUID.randomUUID(),
                0,
                one,
                other,
                OPEN,
                Json.MAPPER.writeValueAsString(new Content(Map.of(), "", null)));
    }

    Content parts() {
        return Json.MAPPER.readValue(content, Content.class);
    }

    MergeRow with(String other, Content parts) {
        return new MergeRow(id, revision, one, this.other, other, Json.MAPPER.writeValueAsString(parts));
    }
}
