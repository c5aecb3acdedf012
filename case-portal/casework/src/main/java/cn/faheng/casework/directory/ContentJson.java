package cn.faheng.casework.directory;

import cn.faheng.rules.legal.Citation.OfProvision;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The contents of versions as JSON; citations in one line each. */
final class ContentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("directory")
                    .addSerializer(OfProvision.class, new WriteCitation())
                    .addDeserializer(OfProvision.class, new ReadCitation()))
            .build();

    private ContentJson() {}

    static String write(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class WriteCitation extends ValueSerializer<OfProvision> {
        @Override
        public void serialize(OfProvision citation, JsonGenerator out, SerializationContext context) {
            out.writeString(CitationText.write(citation));
        }
    }

    private static final class ReadCitation extends ValueDeserializer<OfProvision> {
        @Override
        public OfProvision deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            return CitationText.parse(text)
                    .orElseThrow(() -> new IllegalStateException("A stored citation cannot be read: " + text));
        }
    }
}
