package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.CanonicalJson;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was drawn, in the order in which it was drawn.
 *
 * @param drawn the objects, each with its inspectors
 */
public record DrawOutcome(List<Drawn> drawn) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public DrawOutcome {
        drawn = List.copyOf(drawn);
    }

    /** An object that was drawn, and who is sent there; the first inspector is of the lead body. */
    public record Drawn(String object, RiskClass riskClass, List<String> inspectors) {
        public Drawn {
            inspectors = List.copyOf(inspectors);
        }
    }

    public String canonical() {
        return CanonicalJson.of(JSON.valueToTree(this));
    }

    /** SHA-256 of the canonical text, hexadecimal. */
    public String hash() {
        return CanonicalJson.hash(canonical());
    }

    static DrawOutcome read(String json) {
        return JSON.readValue(json, DrawOutcome.class);
    }
}
