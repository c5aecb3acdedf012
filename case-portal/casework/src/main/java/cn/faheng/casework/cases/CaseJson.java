package cn.faheng.casework.cases;

import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries, reasons and findings as the database holds them. */
final class CaseJson {

    private static final JsonMapper MAPPER = Entries.mapper();
    private static final TypeReference<List<GivenReason>> REASONS = new TypeReference<>() {};

    private CaseJson() {}

    static String write(Entry entry) {
        return MAPPER.writerFor(Entry.class).writeValueAsString(entry);
    }

    static Entry entry(String content) {
        return Entries.read(MAPPER.readTree(content), "");
    }

    static String write(List<GivenReason> reasons) {
        return MAPPER.writeValueAsString(reasons);
    }

    static List<GivenReason> reasons(String content) {
        return MAPPER.readValue(content, REASONS);
    }

    /** The codes of findings with what they are about. */
    static String findings(List<CaseFinding> findings) {
        return MAPPER.writeValueAsString(findings.stream()
                .map(f -> List.of(f.kind().set().name(), f.code(), f.severity().code(), f.detail()))
                .toList());
    }

    /** The entry with the leave that was given, taken when it was given; the same where its kind carries none. */
    static Entry withLeave(Entry entry, Leave leave) {
        if (!carriesLeave(entry)) {
            return entry;
        }
        ObjectNode tree = (ObjectNode) MAPPER.readTree(write(entry));
        tree.set("leave", MAPPER.valueToTree(leave));
        tree.set("at", MAPPER.valueToTree(leave.at()));
        return Entries.read(tree, "");
    }

    private static boolean carriesLeave(Entry entry) {
        for (var component : entry.getClass().getRecordComponents()) {
            if (component.getType() == Leave.class) {
                return true;
            }
        }
        return false;
    }
}
