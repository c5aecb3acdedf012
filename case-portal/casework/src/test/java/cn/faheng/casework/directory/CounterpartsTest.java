package cn.faheng.casework.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.directory.Counterparts.Outcome;
import cn.faheng.casework.directory.Counterparts.Registered;
import cn.faheng.casework.workbook.SheetOut;
import cn.faheng.casework.workbook.WorkbookWriter;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("行政相对人：校验位、去重、合并、遮盖和查看留痕")
class CounterpartsTest extends CaseworkTest {

    @Autowired
    private Counterparts counterparts;

    @Autowired
    private DirectoryImports imports;

    @Autowired
    private DirectoryExports exports;

    @Autowired
    private JdbcTemplate jdbc;

    /** A citizen's number with a right check sign. */
    static String citizen(int number) {
        String digits = "37081119900307" + "%03d".formatted(number);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static Map<String, String> person(int number, String name) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", "individual");
        typed.put("name", name);
        typed.put("citizenId", citizen(number));
        typed.put("address", "济宁市任城区示例街道" + number + "号");
        typed.put("phone", "0537-0000" + number);
        typed.put("division", "370811");
        return typed;
    }

    private Registered register(Map<String, String> typed) {
        return As.officer(() -> counterparts.register(CounterpartEntry.of(typed)));
    }

    @Test
    @DisplayName("校验位错、出生日期在将来、少号码的，逐项指明；提示里不重复号码")
    void wrongNumbers() {
        Map<String, String> typed = person(101, "示例甲");
        String right = typed.getOrDefault("citizenId", "");
        String wrong = right.substring(0, 17) + (right.endsWith("1") ? "2" : "1");
        typed.put("citizenId", wrong);
        assertThatThrownBy(() -> register(typed)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().errors())
                    .extracting(error -> error.pointer())
                    .containsExactly("/citizenId");
            assertThat(e.getMessage()).contains("GB 11643").doesNotContain(wrong);
        });
        typed.put("citizenId", "");
        assertThatThrownBy(() -> register(typed)).hasMessageContaining("请填写公民身份号码");
        Map<String, String> company = Map.of(
                "kind", "法人或者其他组织",
                "name", "示例公司",
                "creditCode", "91350100M000100Y44",
                "address", "示例路",
                "division", "370811",
                "legalRepresentative", "示例");
        assertThatThrownBy(() -> register(company)).hasMessageContaining("GB 32100");
    }

    @Test
    @DisplayName("同一号码就是同一人：再登记不多出一个，改了的记为变更；名称不同的退回")
    void sameNumberIsSameCounterpart() {
        Registered first = register(person(201, "示例乙"));
        assertThat(first.outcome()).isEqualTo(Outcome.MADE);
        assertThat(register(person(201, "示例乙")).outcome()).isEqualTo(Outcome.UNCHANGED);
        Map<String, String> moved = person(201, "示例乙");
        moved.put("address", "济宁市兖州区示例路");
        Registered changed = register(moved);
        assertThat(changed.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(changed.counterpart().id()).isEqualTo(first.counterpart().id());
        assertThat(changed.counterpart().revision())
                .isEqualTo(first.counterpart().revision() + 1);
        assertThatThrownBy(() -> register(person(201, "另一个人"))).hasMessageContaining("另一个名称");
        List<CounterpartChange> history =
                As.officer(() -> counterparts.history(first.counterpart().id()));
        assertThat(history).extracting(CounterpartChange::kind).containsExactly("CHANGED", "MADE");
        assertThat(history.get(0).fields()).containsExactly("address");
    }

    @Test
    @DisplayName("页面过时的变更不采用")
    void staleChange() {
        CounterpartCard card = register(person(251, "示例过时")).counterpart();
        Map<String, String> moved = person(251, "示例过时");
        moved.put("phone", "0537-1111111");
        As.officer(() -> counterparts.change(card.id(), card.revision(), CounterpartEntry.of(moved)));
        moved.put("phone", "0537-2222222");
        assertThatThrownBy(() ->
                        As.officer(() -> counterparts.change(card.id(), card.revision(), CounterpartEntry.of(moved))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.RECORD_CHANGED));
    }

    @Test
    @DisplayName("名称、地址相同的提示可能重复；合并留有记录，两个编号都通向保留的一个")
    void duplicatesAreMerged() {
        Map<String, String> one = person(301, "示例重复");
        Map<String, String> two = person(302, "示例重复");
        two.put("address", one.get("address"));
        UUID kept = register(one).counterpart().id();
        Registered second = register(two);
        UUID duplicate = second.counterpart().id();
        assertThat(second.alike()).extracting(CounterpartCard::id).containsExactly(kept);

        As.compiler(() -> {
            counterparts.merge(duplicate, kept, "户籍证明核实为同一人");
            return "";
        });
        assertThat(counterparts.find(duplicate).orElseThrow().id()).isEqualTo(kept);
        assertThat(counterparts.allIds(kept)).containsExactly(kept, duplicate);
        assertThat(register(two).counterpart().id()).isEqualTo(kept);
        Found<CounterpartCard> found = As.officer(() -> counterparts.search(Find.of("示例重复")));
        assertThat(found.lines()).extracting(CounterpartCard::id).containsExactly(kept);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit.entry where action = 'counterpart-merged' and subject = ?",
                        Long.class,
                        kept.toString()))
                .isEqualTo(1L);
    }

    @Test
    @DisplayName("列表遮盖号码、电话和门牌；查看全部要写理由，并留痕；系统管理员看不到")
    void maskedUnlessRevealed() {
        CounterpartCard card = register(person(401, "示例遮盖")).counterpart();
        assertThat(card.number()).startsWith("370811**********");
        assertThat(card.address()).isEqualTo("济宁市任城区****");
        assertThat(card.phone()).isEqualTo("053****01");

        assertThatThrownBy(() -> As.officer(() -> counterparts.reveal(card.id(), " ")))
                .isInstanceOf(ProblemException.class);
        Counterpart whole = As.officer(() -> counterparts.reveal(card.id(), "制作询问通知书"));
        assertThat(whole.citizenId()).isNotNull().satisfies(id -> assertThat(id.value())
                .isEqualTo(citizen(401)));
        assertThat(whole.toString()).doesNotContain(citizen(401));
        List<Map<String, Object>> entries = jdbc.queryForList(
                "select user_name, details from audit.entry where action = 'id-number-unmasked' and subject = ?",
                card.id().toString());
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.get("user_name")).isEqualTo("officer");
            assertThat((String) entry.get("details")).contains("制作询问通知书").doesNotContain(citizen(401));
        });
        assertThatThrownBy(() -> As.someone("admin", () -> counterparts.search(Find.all()), "ADMIN"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThatThrownBy(() -> As.someone("admin", () -> counterparts.card(card.id()), "ADMIN"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("按姓名、拼音首字母、整个号码查得到；号码的一部分查不到；逐页翻不重不漏")
    void search() {
        register(person(501, "鹿鸣示例一"));
        register(person(502, "鹿鸣示例二"));
        register(person(503, "鹿鸣示例三"));
        for (String typed : List.of("鹿鸣", "lmsl")) {
            Found<CounterpartCard> all = As.officer(() -> counterparts.search(Find.of(typed)));
            assertThat(all.lines()).as(typed).hasSize(3);
        }
        Found<CounterpartCard> byNumber = As.officer(() -> counterparts.search(Find.of(citizen(502))));
        assertThat(byNumber.lines()).extracting(CounterpartCard::name).containsExactly("鹿鸣示例二");
        Found<CounterpartCard> byPart =
                As.officer(() -> counterparts.search(Find.of(citizen(502).substring(0, 14))));
        assertThat(byPart.lines()).isEmpty();
        Found<CounterpartCard> first =
                As.officer(() -> counterparts.search(Find.of("鹿鸣").atMost(2)));
        Found<CounterpartCard> second =
                As.officer(() -> counterparts.search(Find.of("鹿鸣").atMost(2).after(first.next())));
        assertThat(first.lines()).hasSize(2);
        assertThat(second.lines()).hasSize(1).doesNotContainAnyElementsOf(first.lines());
    }

    @Test
    @DisplayName("导入：好的收下，错的和文件里重复号码的退回；再导一遍不变；名称里的脚本只是文字；导出默认遮盖")
    void importing() {
        List<String> headings = List.of("类别", "名称（姓名）", "公民身份号码", "住所（地址）", "行政区划代码");
        List<List<String>> rows = List.of(
                List.of("公民", "<script>alert(1)</script>示例导入", citizen(601), "济宁市任城区甲路", "370811"),
                List.of("公民", "示例导入丙", citizen(602), "济宁市任城区乙路", "370811"),
                List.of("公民", "示例导入丁", citizen(602), "济宁市任城区丙路", "370811"),
                List.of("公民", "示例导入戊", citizen(603).substring(0, 17), "济宁市任城区丁路", "370811"));
        byte[] file = WorkbookWriter.write(List.of(SheetOut.of("行政相对人", headings, rows)));

        ImportResult result = As.officer(() -> imports.read(Subject.COUNTERPART, "相对人.xlsx", file, "年报"));
        assertThat(result.taken()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(2);
        List<ImportResult.RefusedRow> refused = As.officer(() -> imports.refused(result.id()));
        assertThat(refused).extracting(ImportResult.RefusedRow::number).containsExactly(4, 5);
        ImportResult again = As.officer(() -> imports.read(Subject.COUNTERPART, "相对人.xlsx", file, "年报"));
        assertThat(again.taken()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);

        byte[] masked = As.officer(() -> exports.exportCounterparts(Find.of("示例导入"), null));
        assertThat(Sheets.rawTexts(masked)).noneMatch(text -> text.contains(citizen(602)));
        byte[] full = As.officer(() -> exports.exportCounterparts(Find.of("示例导入"), "移送公安机关"));
        assertThat(Sheets.rawTexts(full)).contains(citizen(602));
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit.entry where action = 'counterparts-exported-unmasked'", Long.class))
                .isEqualTo(1L);
    }
}
