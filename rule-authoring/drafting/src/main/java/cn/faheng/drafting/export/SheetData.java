package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sheets of a file as they travel along out of sight. */
public final class SheetData {

    /** Name of the hidden worksheet. */
    public static final String WORKSHEET = "数据";

    /** Name of the part of a Word file. */
    public static final String PART = "/customXml/faheng-sheets.xml";

    private static final String MARK = "faheng-sheets-1";

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxNumberLength(60)
                            .maxStringLength(4_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SheetData() {}

    static String write(List<ExportedSheet> sheets) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", MARK);
        ArrayNode list = root.putArray("sheets");
        ArrayNode cases = root.putArray("cases");
        for (ExportedSheet one : sheets) {
            list.add(MAPPER.<JsonNode>valueToTree(one.sheet()));
            cases.add(one.cases());
        }
        return MAPPER.writeValueAsString(root);
    }

    /** The sheets with their cases, or empty when the words are not such data. */
    public static Optional<List<ExportedSheet>> read(String json) {
        if (!json.contains(MARK)) {
            return Optional.empty();
        }
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!MARK.equals(root.path("format").asString(""))) {
                return Optional.empty();
            }
            List<ExportedSheet> sheets = new ArrayList<>();
            for (JsonNode one : root.path("sheets")) {
                String cases = root.path("cases").path(sheets.size()).asString("");
                sheets.add(new ExportedSheet(MAPPER.treeToValue(one, Sheet.class), cases));
            }
            return Optional.of(sheets);
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** A single sheet as {@link Export#toJson} writes it, or empty when the JSON is none. */
    public static Optional<Sheet> sheet(JsonNode json) {
        try {
            return Optional.of(MAPPER.treeToValue(json, Sheet.class));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
