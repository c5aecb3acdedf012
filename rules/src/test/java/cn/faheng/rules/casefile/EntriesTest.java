package cn.faheng.rules.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("案卷记录的数据格式")
class EntriesTest {

    static Stream<String> types() {
        return Entries.types().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("每一种记录写出后读回，内容不变")
    void everyKindOfEntrySurvivesTheRoundTrip(String type) throws ReflectiveOperationException {
        Entry entry =
                Entry.class.cast(sample(Objects.requireNonNull(Entries.types().get(type))));
        String json = Entries.mapper().writeValueAsString(entry);
        JsonNode tree = Entries.mapper().readTree(json);
        assertThat(tree.get("type").asString()).isEqualTo(type);
        assertThat(tree.size()).isEqualTo(entry.getClass().getRecordComponents().length + 1);
        assertThat(Entries.mapper().readValue(json, Entry.class)).isEqualTo(entry);
    }

    @Test
    @DisplayName("少写的集合为空、少写的是非为否")
    void whatMayBeLeftOutIsEmptyOrNo() {
        Entry entry = Entries.read(
                json(
                        """
                {"type": "interest-known", "id": "e1", "at": "2026-03-02T10:00", "person": "张三", "relation": "配偶"}"""),
                "");
        assertThat(entry).isInstanceOf(Participants.InterestKnown.class);
        Entry organ = Entries.read(
                json(
                        """
                {"type": "organ-recorded", "id": "e1", "at": "2026-03-02T10:00", "code": "c", "name": "n",
                 "level": "COUNTY", "standing": "STATUTORY", "division": "370811"}"""),
                "");
        assertThat(((Participants.OrganRecorded) organ).powers()).isEmpty();
    }

    @Test
    @DisplayName("多写、少写、写错的，指出在哪里")
    void namesWhatIsWrongByPointer() {
        assertThatThrownBy(() -> Entries.read(
                        json("[{\"type\": \"interest-known\", \"id\": \"e1\", \"at\": \"2026-03-02T10:00\"}]")))
                .isInstanceOf(EntryFormatException.class)
                .hasMessageContaining("/0")
                .hasMessageContaining("person");
        assertThatThrownBy(
                        () -> Entries.read(
                                json(
                                        """
                        [{"type": "interest-known", "id": "e1", "at": "2026-03-02T10:00", "person": "x", "relation": "y", "wrong": 1}]""")))
                .isInstanceOf(EntryFormatException.class)
                .hasMessageStartingWith("/0/wrong");
        assertThatThrownBy(
                        () -> Entries.read(
                                json(
                                        """
                        [{"type": "interest-known", "id": null, "at": "2026-03-02T10:00", "person": "x", "relation": "y"}]""")))
                .isInstanceOf(EntryFormatException.class)
                .hasMessageContaining("/0/id");
        assertThatThrownBy(() -> Entries.read(json("[{\"type\": \"nothing\", \"id\": \"e1\"}]")))
                .isInstanceOf(EntryFormatException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    @DisplayName("同样的记录总是同样的文字")
    void theSameEntryIsTheSameText() {
        Participants.OrganRecorded organ = new Participants.OrganRecorded(
                "e1",
                LocalDateTime.of(2026, 3, 2, 10, 0),
                "c",
                "n",
                Participants.Level.COUNTY,
                Participants.Standing.STATUTORY,
                "370811",
                null,
                null,
                Set.of("MK-3", "MK-1", "MK-2"),
                null);
        assertThat(Entries.mapper().writeValueAsString(organ)).contains("[\"MK-1\",\"MK-2\",\"MK-3\"]");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Object sample(Class<?> kind) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            types.add(component.getType());
            values.add(value(component.getType(), component.getGenericType()));
        }
        var constructor = kind.getDeclaredConstructor(types.toArray(Class[]::new));
        return constructor.newInstance(values.toArray());
    }

    private static Object value(Class<?> type, Type generic) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return sample(type);
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> true;
            case "int", "Integer" -> 7;
            case "long", "Long" -> 70000L;
            case "String" -> "文字";
            case "LocalDate" -> LocalDate.of(2026, 3, 2);
            case "LocalDateTime" -> LocalDateTime.of(2026, 3, 2, 9, 30);
            case "Set" -> Set.of("甲", "乙");
            case "Map" ->
                generic.getTypeName().contains("List") ? Map.of("f", List.of("e1")) : Map.of("f", "v", "g", 5);
            case "List" -> list(generic.getTypeName());
            default -> throw new IllegalArgumentException("No sample for " + type);
        };
    }

    private static List<Object> list(String generic) throws ReflectiveOperationException {
        String inner = generic.substring(generic.indexOf('<') + 1, generic.length() - 1);
        return inner.equals("java.lang.String") ? List.of("甲") : List.of(sample(Class.forName(inner)));
    }
}
