package cn.faheng.engine.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One case of {@code cases.yaml}: a lawful file, what is changed in it, and what the gate has to say of it. */
record GateCase(String set, JsonNode node) {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** The cases beside all sets; a set without cases has none. */
    static List<GateCase> all() {
        List<GateCase> cases = new ArrayList<>();
        for (String set : sets()) {
            if (exists("/gates/" + set + "/cases.yaml")) {
                yaml("/gates/" + set + "/cases.yaml").path("cases").forEach(node -> cases.add(new GateCase(set, node)));
            }
        }
        return cases;
    }

    static List<String> sets() {
        return texts(yaml("/gates/index.yaml").path("sets"));
    }

    static boolean exists(String resource) {
        return GateCase.class.getResource(resource) != null;
    }

    static JsonNode yaml(String resource) {
        try (InputStream in = GateCase.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + resource);
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode base(String name) {
        return yaml("/gates/_bases/" + name + ".yaml");
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    Gate gate() {
        return Gate.ofCode(node.path("gate").asString()).orElseThrow();
    }

    LocalDateTime now() {
        JsonNode now = node.has("now")
                ? node.path("now")
                : base().path("gates").path(node.path("gate").asString());
        return LocalDateTime.parse(now.asString());
    }

    JsonNode base() {
        return base(node.path("base").asString());
    }

    List<String> expected() {
        return texts(node.path("expect"));
    }

    List<String> rejected() {
        return texts(node.path("reject"));
    }

    /** Only entries of the base are changed, so that the base itself is the lawful counterpart. */
    boolean onlyChangesEntries() {
        return node.has("set") && !node.has("add") && !node.has("drop");
    }

    boolean isCured() {
        return node.has("cured");
    }

    CaseFile lawful() {
        return file(base(), now());
    }

    CaseFile file() {
        return file(patched(base(), node), now());
    }

    CaseFile cured() {
        return file(patched(patched(base(), node), node.path("cured")), now());
    }

    /** What is on record of a base at a moment. */
    static CaseFile file(JsonNode base, LocalDateTime now) {
        return new CaseFile(Entries.read(base.path("entries")).stream()
                .filter(entry -> !entry.at().isAfter(now))
                .sorted(Comparator.comparing(Entry::at))
                .toList());
    }

    private static JsonNode patched(JsonNode base, JsonNode patch) {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        base.path("entries").forEach(entry -> entries.put(entry.path("id").asString(), (ObjectNode) entry.deepCopy()));
        texts(patch.path("drop")).forEach(id -> {
            if (entries.remove(id) == null) {
                throw new IllegalArgumentException("No entry " + id + " to drop");
            }
        });
        patch.path("add").forEach(entry -> entries.put(entry.path("id").asString(), (ObjectNode) entry.deepCopy()));
        patch.path("set").properties().forEach(change -> {
            ObjectNode entry = entries.get(change.getKey());
            if (entry == null) {
                throw new IllegalArgumentException("No entry " + change.getKey() + " to change");
            }
            change.getValue().properties().forEach(field -> put(entry, field.getKey(), field.getValue()));
        });
        ObjectNode result = YAML.createObjectNode();
        result.putArray("entries").addAll(entries.values());
        return result;
    }

    private static void put(ObjectNode entry, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            entry.set(path, value);
        } else {
            put((ObjectNode) entry.path(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    @Override
    public String toString() {
        return set + " " + node.path("id").asString() + " " + node.path("title").asString();
    }
}
