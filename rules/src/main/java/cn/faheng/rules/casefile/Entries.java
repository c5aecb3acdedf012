package cn.faheng.rules.casefile;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Entries as JSON: what files, the database and the API hold, with the kind of an entry in {@code type}: officer-assigned. */
public final class Entries {

    private static final Map<String, Class<? extends Entry>> TYPES = scan();
    private static final JsonMapper MAPPER = configure(
                    JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION))
            .build();

    private Entries() {}

    /** Reads and writes single entries; strict about unknown and missing fields. Thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The name of the kind of an entry. */
    public static String type(Entry entry) {
        return type(entry.getClass());
    }

    /** The name of a kind of entry. */
    public static String type(Class<? extends Entry> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** All kinds of entries by name. */
    public static Map<String, Class<? extends Entry>> types() {
        return TYPES;
    }

    /**
     * Reads entries one by one.
     *
     * @param list an array of entries
     * @throws EntryFormatException naming by a JSON pointer what is wrong
     */
    public static List<Entry> read(JsonNode list) {
        List<Entry> entries = new ArrayList<>();
        int index = 0;
        for (JsonNode node : list) {
            entries.add(read(node, "/" + index++));
        }
        return entries;
    }

    /** Reads one entry. */
    public static Entry read(JsonNode node, String pointer) {
        try {
            return MAPPER.treeToValue(node, Entry.class);
        } catch (DatabindException e) {
            throw new EntryFormatException(pointer + path(e), e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            throw new EntryFormatException(pointer, e.getOriginalMessage(), e);
        }
    }

    /** Whether a component of an entry has to be given: it is neither nullable, nor a yes or no, nor a collection. */
    static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && type != boolean.class
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    private static String path(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configure(B builder) {
        TYPES.forEach((name, kind) -> builder.registerSubtypes(new NamedType(kind, name)));
        return builder.addMixIn(Entry.class, EntryForm.class)
                .annotationIntrospector(new EntryForm.Introspector())
                .addModule(EntryForm.sortedSets())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static Map<String, Class<? extends Entry>> scan() {
        Map<String, Class<? extends Entry>> types = new LinkedHashMap<>();
        Arrays.stream(Entry.class.getPermittedSubclasses())
                .flatMap(part -> Arrays.stream(part.getPermittedSubclasses()))
                .map(kind -> kind.<Entry>asSubclass(Entry.class))
                .forEach(kind -> types.put(type(kind), kind));
        return Collections.unmodifiableMap(types);
    }
}
