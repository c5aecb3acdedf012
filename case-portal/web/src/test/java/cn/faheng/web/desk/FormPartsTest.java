package cn.faheng.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.web.show.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

@DisplayName("表单的各部分")
class FormPartsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final FormProblems problems = new FormProblems(Texts.chinese());

    @Test
    @DisplayName("日期：先后颠倒、晚于今天、写错的都指出栏目；没有问题的读成一天或者一段")
    void readsDaysAndTheirOrder() {
        WhenAndWhere good = when(Map.of("actStart", "2026-05-06", "decidedOn", "２０２６-05-20"));
        WhenAndWhere.Days days = Optional.ofNullable(good.days()).orElseThrow();
        assertThat(days.act().getEnd()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(problems.none()).isTrue();
        when(Map.of("actStart", "2026-05-06", "actEnd", "2026-05-01", "decidedOn", "2026-03-20"))
                .days();
        assertThat(problems.all()).extracting(FormProblem::field).containsExactly("actEnd", "decidedOn");
    }

    @Test
    @DisplayName("行政区划：不是六位的指出来，并先按本市处理")
    void readsThePlace() {
        assertThat(when(Map.of("place", "370811", "placeOther", "500000"))
                        .place()
                        .code())
                .isEqualTo("500000");
        assertThat(when(Map.of("placeOther", "37081")).place().code()).isEqualTo("370800");
        assertThat(problems.all()).extracting(FormProblem::field).containsExactly("placeOther");
    }

    @Test
    @DisplayName("金额：元和万元精确到分，记下读出的数额；负数、三位小数、太大的指出来")
    void readsAmountsToTheFen() {
        AmountEntries amounts = new AmountEntries(
                entries(Map.of(
                        "a", "１,２３４.５６", "b", "1.25", "bUnit", "万元", "c", "-3", "d", "0.001", "e", "9999999999999")),
                problems);
        assertThat(amounts.fen("a", "aUnit", "a", "罚款")).isEqualTo(123_456);
        assertThat(amounts.fen("b", "bUnit", "b", "罚款")).isEqualTo(1_250_000);
        List.of("c", "d", "e").forEach(name -> amounts.fen(name, name + "Unit", name, "罚款"));
        assertThat(problems.all()).extracting(FormProblem::field).containsExactly("c", "d", "e");
        assertThat(amounts.read()).containsOnlyKeys("a", "b");
    }

    @Test
    @DisplayName("事实：按类型读，超出允许范围的指出来，没有填的不猜")
    void readsFactsByType() {
        Sheet.Asked weight = asked("q1", Fact.Type.NUMBER, BigDecimal.TEN);
        Sheet.Asked money = asked("q2", Fact.Type.MONEY, null);
        Sheet.Asked open = asked("q3", Fact.Type.BOOLEAN, null);
        FactAnswers answers = new FactAnswers(
                entries(Map.of(weight.field(), "11", money.field(), "1.5", money.unitField(), "万元")), problems);
        assertThat(answers.read(List.of(weight, money, open)))
                .containsOnly(Map.entry(money.fact().name(), new BigDecimal("15000")));
        assertThat(problems.all()).extracting(FormProblem::field).containsExactly("q1");
    }

    @Test
    @DisplayName("答复里的指针找到页面上的栏目：本事项的、其他规范的、别的版本的同一问题")
    void findsTheFieldOfAPointer() {
        Item other = new Item("OTHER", "另一事项", "Another", "food", "某局", List.of());
        Sheet.Asked own = asked("q1", Fact.Type.BOOLEAN, null);
        Sheet sheet = new Sheet(
                other,
                new InForce.NotYet(TODAY),
                List.of(own),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Sheet.Other(other, true, List.of(asked("n1q1", Fact.Type.BOOLEAN, null)))));
        assertThat(sheet.fieldAt("/facts/q1-fact")).isEqualTo("q1");
        assertThat(sheet.fieldAt("/facts/q1-fact@2026-01-01")).isEqualTo("q1");
        assertThat(sheet.fieldAt("/otherNorms/0/facts/n1q1-fact")).isEqualTo("n1q1");
        assertThat(sheet.fieldAt("/otherNorms/0/item")).isEqualTo("norm-OTHER");
        assertThat(sheet.fieldAt("/otherNorms/7/item")).isEqualTo("desk-form");
        assertThat(sheet.fieldAt("/circumstances/harm")).isEqualTo("harm");
    }

    @Test
    @DisplayName("公民身份号码（GB 11643）：大小写的X都认；首位是零、校验码、出生日期不对的指出来")
    void checksIdentityNumbers() {
        assertThat(party(Map.of("partyKind", "individual", "idNumber", "11010519491231002X")))
                .isEmpty();
        assertThat(party(
                        Map.of("partyKind", "individual", "idNumber", "１1010519491231002x", "birthDate", "1949-12-31")))
                .isEmpty();
        List.of(
                        "110105194912310021",
                        "010105194912310026",
                        "11010519490231002X",
                        "110105491231002",
                        "110105203001010028")
                .forEach(wrong -> assertThat(party(Map.of("partyKind", "individual", "idNumber", wrong)))
                        .as(wrong)
                        .containsExactly("idNumber"));
    }

    @Test
    @DisplayName("出生日期和身份号码里的不一样：指出是出生日期")
    void comparesTheBirthDateWithTheIdentityNumber() {
        assertThat(party(
                        Map.of("partyKind", "individual", "idNumber", "11010519491231002X", "birthDate", "1949-12-30")))
                .containsExactly("birthDate");
    }

    @Test
    @DisplayName("统一社会信用代码（GB 32100）：小写也认；校验码、字母不对的指出来")
    void checksSocialCreditCodes() {
        List.of("91350100M000100Y43", "91350100m000100y43")
                .forEach(right -> assertThat(party(Map.of("partyKind", "organisation", "socialCreditCode", right)))
                        .as(right)
                        .isEmpty());
        List.of("91350100M000100Y44", "91350100I000100Y43", "91A50100M000100Y42", "9135010")
                .forEach(wrong -> assertThat(party(Map.of("partyKind", "organisation", "socialCreditCode", wrong)))
                        .as(wrong)
                        .containsExactly("socialCreditCode"));
    }

    /** The fields in which something is wrong. */
    private static List<String> party(Map<String, String> entered) {
        FormProblems found = new FormProblems(Texts.chinese());
        Entries entries = entries(entered);
        new PartyPart(entries, found, new WhenAndWhere(entries, found, TODAY), TODAY).read();
        return found.all().stream().map(FormProblem::field).toList();
    }

    private WhenAndWhere when(Map<String, String> entered) {
        return new WhenAndWhere(entries(entered), problems, TODAY);
    }

    private static Entries entries(Map<String, String> entered) {
        LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        entered.forEach(values::add);
        return new Entries(values);
    }

    private static Sheet.Asked asked(String id, Fact.Type type, @Nullable BigDecimal max) {
        Fact fact = new Fact(id + "-fact", "问题", "Question", type, null, null, max, List.of(), null, null, null, false);
        return new Sheet.Asked(id, fact, false, "");
    }
}
