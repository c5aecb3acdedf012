package cn.faheng.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.casefile.Execution;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Proposing;
import cn.faheng.web.show.Show;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@DisplayName("由案卷记录的数据结构生成的表单")
class EntryFormsTest {

    private static final Show CHINESE = show(Locale.SIMPLIFIED_CHINESE);
    private static final Show ENGLISH = show(Locale.ENGLISH);

    private static Show show(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Show(messages, locale);
    }

    private static Class<? extends Entry> kind(String type) {
        return Objects.requireNonNull(Entries.types().get(type));
    }

    static Stream<String> types() {
        return Entries.types().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("每一种记录填进表单再读出来，内容不变")
    void everyKindSurvivesItsForm(String type) throws ReflectiveOperationException {
        Entry entry = Entry.class.cast(sample(kind(type)));
        StepKind kind = new StepKind(type, entry.getClass(), Map.of());
        Map<String, Object> own = own(entry);
        EntryReader reader = new EntryReader(kind, EntryValues.of(entry), CHINESE);
        Optional<Entry> read = reader.read("e1", own);
        assertThat(reader.errors()).isEmpty();
        assertThat(read).contains(entry);
    }

    /** What the page of an act reads by itself. */
    private static Map<String, Object> own(Entry entry) {
        return entry instanceof ActRecorded act
                ? Map.of("facts", act.facts(), "circumstances", act.circumstances(), "provedBy", act.provedBy())
                : Map.of();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("空表单指出每一处必填的，不抛异常")
    void anEmptyFormNamesWhatIsMissing(String type) {
        StepKind kind = new StepKind(type, kind(type), Map.of());
        EntryReader reader = new EntryReader(kind, new LinkedMultiValueMap<>(), CHINESE);
        assertThat(reader.read("e1", Map.of())).isEmpty();
        List<String> required = EntryShape.of(kind.kind()).stream()
                .filter(EntryField::required)
                .map(EntryField::id)
                .toList();
        assertThat(required).contains("f-at");
        assertThat(reader.errors().keySet()).containsExactlyInAnyOrderElementsOf(required);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("每个字段、每个选项都有中文和英文的名称")
    void everythingIsNamedInBothLanguages(String type) {
        Class<? extends Entry> kind = kind(type);
        for (Show show : List.of(CHINESE, ENGLISH)) {
            Labels labels = new Labels(show);
            assertThat(show.text("entry." + type)).isNotBlank();
            for (EntryField field : EntryShape.of(kind)) {
                if (field.kind() != FieldKind.ACT) {
                    assertThat(labels.of(field)).as(field.name()).isNotBlank();
                }
                field.choices()
                        .forEach(choice -> assertThat(labels.constant(choice)).isNotBlank());
            }
        }
    }

    @Test
    @DisplayName("金额按元填写，精确到分；写错的指出哪一处")
    void readsMoneyExactly() {
        StepKind paid = StepKind.of("paid").orElseThrow();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("f.at", "2026-11-20T10:00");
        values.set("f.party", "p1");
        values.set("f.towardsFen", "１２,５００.05");
        values.set("f.surchargeFen", "0");
        values.set("f.confiscatedFen", "1.234");
        EntryReader wrong = new EntryReader(paid, values, CHINESE);
        assertThat(wrong.read("e9", Map.of())).isEmpty();
        assertThat(wrong.errors()).containsOnlyKeys("f-confiscatedFen");
        values.set("f.confiscatedFen", "0");
        Entry read = new EntryReader(paid, values, CHINESE).read("e9", Map.of()).orElseThrow();
        assertThat(((Execution.Paid) read).towardsFen()).isEqualTo(1_250_005L);
    }

    @Test
    @DisplayName("罚款不写数额、暂扣不写月数，不能提交")
    void penaltiesThatCountWantTheirAmount() {
        StepKind notice = StepKind.of("noticeGiven").orElseThrow();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("f.at", "2026-11-20T10:00");
        values.set("f.party", "p1");
        values.addAll("f.penalties", List.of("fine", "warning", "licence-suspension"));
        EntryReader reader = new EntryReader(notice, values, CHINESE);
        assertThat(reader.read("e9", Map.of())).isEmpty();
        assertThat(reader.errors()).containsOnlyKeys("f-penalties-fine", "f-penalties-licence-suspension");
    }

    @Test
    @DisplayName("偏离理由只选编码不写理由的，指出来")
    void aCodedGroundWantsReasons() {
        StepKind proposed = StepKind.of("penaltyProposed").orElseThrow();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("f.at", "2026-11-20T10:00");
        values.set("f.act", "a1");
        values.set("f.party", "p1");
        values.set("f.outcome", "PENALTY");
        values.set("f.penalties.fine", "5000");
        values.set("f.deviation.code", "x");
        EntryReader reader = new EntryReader(proposed, values, CHINESE);
        assertThat(reader.read("e9", Map.of())).isEmpty();
        assertThat(reader.errors()).containsOnlyKeys("f-deviation-reasons");
    }

    @Test
    @DisplayName("步骤决定的内容不由表单改写")
    void whatTheStepDecidesCannotBeForged() {
        StepKind filed = StepKind.of("openedOnTheSpot").orElseThrow();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.set("f.at", "2026-11-20T10:00");
        values.set("f.cause", "案由");
        values.set("f.procedure", "ORDINARY");
        values.set("f.number", "自编号");
        values.set("f.leave.by", "伪造");
        Entry read =
                new EntryReader(filed, values, CHINESE).read("e2", Map.of()).orElseThrow();
        assertThat(cn.faheng.engine.steps.Step.of(read)).isEqualTo("openedOnTheSpot");
        assertThat(((cn.faheng.rules.casefile.Opening.Filed) read).leave()).isNull();
        assertThat(((cn.faheng.rules.casefile.Opening.Filed) read).number()).isEmpty();
    }

    @Test
    @DisplayName("草稿保存后恢复，内容不变；页面自己的字段不进草稿")
    void draftsKeepWhatIsTyped() {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.addAll("f.officers", List.of("37081100101", "37081100102"));
        values.set("f.reasons", "两行\n<script>alert(1)</script>");
        values.set("_csrf", "geheim");
        values.set("revision", "7");
        MultiValueMap<String, String> kept = KeptFields.read(KeptFields.write(values));
        assertThat(kept).containsOnlyKeys("f.officers", "f.reasons");
        assertThat(kept.get("f.officers")).containsExactly("37081100101", "37081100102");
        assertThat(kept.getFirst("f.reasons")).isEqualTo("两行\n<script>alert(1)</script>");
        assertThat(KeptFields.read("not json")).isEmpty();
    }

    private static Object sample(Class<?> kind) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            types.add(component.getType());
            values.add(value(component));
        }
        var constructor = kind.getDeclaredConstructor(types.toArray(Class[]::new));
        return constructor.newInstance(values.toArray());
    }

    private static @Nullable Object value(RecordComponent component) throws ReflectiveOperationException {
        Class<?> type = component.getType();
        if (component.getName().equals("id")) {
            return "e1";
        }
        if (type == Leave.class) {
            return null;
        }
        if (type == Circumstances.class) {
            return Circumstances.none();
        }
        if (type == Proposing.CodedGround.class) {
            return new Proposing.CodedGround("code", "理由", null);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type.isRecord()) {
            return sample(type);
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> true;
            case "int", "Integer" -> 7;
            case "long", "Long" -> 70_001L;
            case "String" -> "文字";
            case "LocalDate" -> LocalDate.of(2026, 3, 2);
            case "LocalDateTime" -> LocalDateTime.of(2026, 3, 2, 9, 30);
            case "Set" -> Set.of("甲");
            case "Map" ->
                new LinkedHashMap<>(
                        Map.of("f", component.getGenericType().getTypeName().contains("List") ? List.of("e1") : "v"));
            case "List" -> list(component.getGenericType().getTypeName());
            default -> throw new IllegalArgumentException("No sample for " + type);
        };
    }

    private static List<Object> list(String generic) {
        if (generic.contains("Penalty>")) {
            return List.of(
                    new Proposing.Penalty("warning", null),
                    new Proposing.Penalty("fine", 1_250_050L),
                    new Proposing.Penalty("licence-suspension", 3L));
        }
        if (generic.contains("Instalment>")) {
            return List.of(
                    new Execution.Instalment(LocalDate.of(2026, 12, 1), 500_000L),
                    new Execution.Instalment(LocalDate.of(2027, 1, 4), 750_050L));
        }
        return List.of("甲", "乙");
    }
}
