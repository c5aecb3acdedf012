package cn.faheng.casework.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.directory.Version.State;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("名录的版本：谁梳理、谁审核、哪天有效")
class VersionsTest extends CaseworkTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    @Autowired
    private Proposals proposals;

    @Autowired
    private Bodies bodies;

    @Autowired
    private Officers officers;

    @Autowired
    private PowerItems items;

    @Autowired
    private PowerList powers;

    @Autowired
    private FirstItems firstItems;

    @Autowired
    private JdbcTemplate jdbc;

    private static Map<String, String> body(String code, String name) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", code);
        row.put("name", name);
        row.put("level", "县级");
        row.put("standing", "法定行政机关");
        row.put("division", "370811");
        row.put("fields", "食品、市场监管");
        row.put("address", "济宁市任城区示例路1号");
        row.put("from", "2019-01-01");
        return row;
    }

    private static String code() {
        return "TEST-" + NUMBER.incrementAndGet();
    }

    private Version<?> proposed(Subject subject, @Nullable Long basedOn, Map<String, String> row) {
        Optional<Version<?>> version = As.compiler(() -> proposals.propose(subject, basedOn, row, "依据机构改革方案"));
        return version.orElseThrow();
    }

    private long inForce(Subject subject, @Nullable Long basedOn, Map<String, String> row) {
        Version<?> version = proposed(subject, basedOn, row);
        As.reviewer(() -> proposals.approve(version.id(), "同意"));
        return version.id();
    }

    @Test
    @DisplayName("提出的一版没有审核不生效；本人不能审核；审核后写明谁梳理、谁审核")
    void anotherPersonPutsAVersionInForce() {
        String code = code();
        Version<?> version = proposed(Subject.BODY, null, body(code, "示例市场监督管理局甲"));

        assertThat(bodies.find(code, TODAY)).isEmpty();
        assertThatThrownBy(() -> As.compiler(() -> {
                    proposals.approve(version.id(), "");
                    return "";
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.SAME_PERSON));
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit.entry where action = 'directory-reviewed' and outcome = 'refused' and subject = ?",
                        Long.class,
                        code))
                .isEqualTo(1L);
        As.reviewer(() -> proposals.approve(version.id(), "已核对批准文件"));

        assertThat(bodies.find(code, TODAY))
                .hasValueSatisfying(body -> assertThat(body.name()).isEqualTo("示例市场监督管理局甲"));
        Version<Body> now = bodies.history(code).get(0);
        assertThat(now.state()).isEqualTo(State.IN_FORCE);
        assertThat(now.compiled().account()).isEqualTo("legal");
        assertThat(now.reviewed()).isNotNull().satisfies(by -> assertThat(by.account())
                .isEqualTo("legal2"));
        assertThat(jdbc.queryForList(
                        "select action from audit.entry where subject = ? and outcome = 'done' order by sequence",
                        String.class,
                        code))
                .containsExactly("directory-proposed", "directory-put-in-force");
    }

    @Test
    @DisplayName("某一天有效的是哪一版：改名以前是原名，改名以后是新名；什么也没有被覆盖")
    void whatWasInForceOnADay() {
        String code = code();
        long first = inForce(Subject.BODY, null, body(code, "示例工商行政管理局"));
        Map<String, String> renamed = body(code, "示例市场监督管理局");
        renamed.put("appliesFrom", "2026-06-01");
        inForce(Subject.BODY, first, renamed);

        assertThat(bodies.find(code, LocalDate.of(2018, 12, 31))).isEmpty();
        assertThat(bodies.find(code, LocalDate.of(2026, 5, 31)).orElseThrow().name())
                .isEqualTo("示例工商行政管理局");
        assertThat(bodies.find(code, LocalDate.of(2026, 6, 1)).orElseThrow().name())
                .isEqualTo("示例市场监督管理局");
        assertThat(bodies.history(code)).hasSize(2);
        assertThatThrownBy(() -> jdbc.update("update casework.directory_version set name = 'x' where code = ?", code))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("页面过时、重复提交、已有待审核的，都不覆盖")
    void stalePagesAreRefused() {
        String code = code();
        long first = inForce(Subject.BODY, null, body(code, "示例甲"));
        long second = inForce(Subject.BODY, first, body(code, "示例乙"));

        assertThatThrownBy(() -> proposed(Subject.BODY, first, body(code, "示例丙")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.RECORD_CHANGED));
        Optional<Version<?>> same =
                As.compiler(() -> proposals.propose(Subject.BODY, second, body(code, "示例乙"), "再交一次"));
        assertThat(same).isEmpty();
        Version<?> open = proposed(Subject.BODY, second, body(code, "示例丁"));
        assertThatThrownBy(() -> proposed(Subject.BODY, second, body(code, "示例戊")))
                .hasMessageContaining("已有待审核的变更");
        As.reviewer(() -> proposals.sendBack(open.id(), "没有附批准文件"));
        assertThat(bodies.find(code, TODAY).orElseThrow().name()).isEqualTo("示例乙");
        assertThatThrownBy(() -> As.reviewer(() -> proposals.approve(open.id(), "")))
                .hasMessageContaining("已经审核过");
    }

    @Test
    @DisplayName("没有权限的不能提出、不能审核")
    void onlyThoseWhoMay() {
        assertThatThrownBy(() -> As.officer(() -> proposals.propose(Subject.BODY, null, body(code(), "示例"), "理由")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
        Version<?> version = proposed(Subject.BODY, null, body(code(), "示例"));
        assertThatThrownBy(() -> As.officer(() -> {
                    proposals.approve(version.id(), "");
                    return "";
                }))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("每一处填错都指明列、问题和办法")
    void everyFaultIsNamed() {
        Map<String, String> row = body("!", "示例");
        row.put("level", "镇级");
        row.put("division", "999999");
        row.put("from", "2024-02-30");
        row.put("creditCode", "91350100M000100Y44");
        assertThatThrownBy(() -> proposed(Subject.BODY, null, row))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().errors())
                                .extracting(error -> error.pointer())
                                .containsExactlyInAnyOrder("/code", "/level", "/division", "/from", "/creditCode"));
    }

    @Test
    @DisplayName("规则库的事项整理成处罚事项，法律换版的逐版生效；检查、强制事项来自数据文件；审核后可以列入权责清单，立案可以查")
    void itemsAndPowers() {
        firstItemsInForce();

        PowerItem food = items.find("MK-F124", TODAY).orElseThrow();
        assertThat(food.basis()).extracting(c -> c.version().toString()).containsOnly("2025-12-01");
        assertThat(items.find("MK-F124", LocalDate.of(2024, 1, 1)).orElseThrow().basis())
                .extracting(c -> c.version().toString())
                .containsOnly("2021-04-29");
        assertThat(items.find("COERCE-FOOD-110-4", TODAY).orElseThrow().kind()).isEqualTo(PowerItem.Kind.COERCION);
        assertThat(items.ofRuleItem("MK-F124", TODAY))
                .extracting(PowerItem::code)
                .containsExactly("MK-F124");
        assertThat(items.search(Find.of("cyfst"), TODAY).lines()).isEmpty();

        String code = code();
        inForce(Subject.BODY, null, body(code, "示例权力主体"));
        inForce(Subject.POWER, null, Map.of("body", code, "item", "MK-F124", "from", "2022-01-01", "to", "2026-10-31"));
        assertThat(powers.holds(code, "MK-F124", LocalDate.of(2026, 10, 31))).isTrue();
        assertThat(powers.holding(code, "MK-F124", TODAY))
                .isEqualTo(new PowerList.Holding.Ended(LocalDate.of(2026, 10, 31)));
        assertThat(powers.holds(code, "GD-ENV-1.3", TODAY)).isFalse();
        assertThat(powers.of(code, LocalDate.of(2026, 1, 1))).hasSize(1);
        assertThat(powers.holders("MK-F124", LocalDate.of(2026, 1, 1))).contains(code);
    }

    private void firstItemsInForce() {
        for (int round = 0; round < 10; round++) {
            Optional<ImportResult> proposed = As.compiler(() -> firstItems.propose());
            if (proposed.isEmpty()) {
                return;
            }
            assertThat(proposed.orElseThrow().refused()).isZero();
            As.reviewer(() -> proposals.approveImport(proposed.orElseThrow().id(), "已核对条文"));
        }
    }

    @Test
    @DisplayName("一个账号只对应一名执法人员；执法区域不出主体的区划；过期的证件查得到，但不在有效期")
    void officersAreChecked() {
        String body = code();
        inForce(Subject.BODY, null, body(body, "示例人员主体"));
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "certificate", "370811" + NUMBER.incrementAndGet() + "01",
                "name", "示例甲",
                "body", body,
                "fields", "食品",
                "region", "370811",
                "validFrom", "2020-01-01",
                "validTo", "2025-12-31",
                "legalQualification", "是",
                "account", "account-" + body,
                "status", "有效"));
        inForce(Subject.OFFICER, null, row);
        Officer officer = officers.ofAccount("account-" + body, TODAY).orElseThrow();
        assertThat(officer.certifiedOn(TODAY)).isFalse();
        assertThat(officer.certifiedOn(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(officers.ofBody(body, TODAY)).hasSize(1);

        Map<String, String> other = new LinkedHashMap<>(row);
        other.put("certificate", "370811" + NUMBER.incrementAndGet() + "02");
        other.put("region", "370883");
        assertThatThrownBy(() -> proposed(Subject.OFFICER, null, other))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/account", "/region"));
    }

    @Test
    @DisplayName("按名称、编码、拼音首字母查找，按层级、领域筛选，逐页翻")
    void search() {
        String first = code();
        String second = code();
        inForce(Subject.BODY, null, body(first, "鲸落示例执法局"));
        inForce(Subject.BODY, null, body(second, "鲸落示例执法分局"));

        for (String typed : List.of("鲸落", "jlsl", first)) {
            assertThat(bodies.search(Find.of(typed), TODAY).lines())
                    .as(typed)
                    .extracting(Body::code)
                    .contains(first);
        }
        Found<Body> page = bodies.search(Find.of("鲸落").atMost(1), TODAY);
        assertThat(page.lines()).hasSize(1);
        assertThat(page.next()).isNotNull();
        assertThat(bodies.search(Find.of("鲸落").atMost(1).after(page.next()), TODAY)
                        .lines())
                .extracting(Body::code)
                .containsExactly(second);
        assertThat(bodies.search(Find.of("鲸落").ofField("environment"), TODAY).lines())
                .isEmpty();
        assertThat(bodies.search(Find.of("鲸落").in("370800").ofKind("COUNTY"), TODAY)
                        .lines())
                .hasSize(2);
        assertThat(bodies.search(Find.of("鲸落").in("370883"), TODAY).lines()).isEmpty();
    }

    @Test
    @DisplayName("行政强制措施权不得委托（行政强制法第十七条）：受委托组织的清单里列不进强制事项")
    void coercionIsNotEntrusted() {
        firstItemsInForce();
        String organ = code();
        inForce(Subject.BODY, null, body(organ, "示例委托机关"));
        String entrusted = code();
        Map<String, String> row = body(entrusted, "示例受委托组织");
        row.put("standing", "受委托组织");
        assertThatThrownBy(() -> proposed(Subject.BODY, null, row)).hasMessageContaining("没有写明委托机关");
        row.put("entrustedBy", organ);
        inForce(Subject.BODY, null, row);
        assertThatThrownBy(() -> proposed(
                        Subject.POWER,
                        null,
                        Map.of("body", entrusted, "item", "COERCE-FOOD-110-4", "from", "2022-01-01")))
                .hasMessageContaining("不得委托");
    }
}
