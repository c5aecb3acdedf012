package cn.faheng.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.Ending;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.ServerTest;
import cn.faheng.server.receipts.PublishedOutcomes;
import cn.faheng.server.receipts.PublishedOutcomes.OutcomeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("公布、终止与撤回")
class PublicationsTest extends ServerTest {

    private static final String QINGDAO = "370200";
    private static final RuleSetRef GUANGDONG =
            new RuleSetRef(new RuleSetId("environment/GD-ENV-1.3/440000"), LocalDate.of(2022, 1, 1));
    private static final String CASE =
            "{\"item\":\"GD-ENV-1.3\",\"place\":\"370211\",\"act\":{\"start\":\"2026-03-01\"},"
                    + "\"decidedOn\":\"2026-06-01\",\"party\":{\"kind\":\"organisation\"}}";

    @Autowired
    private Publications publications;

    @Autowired
    private RuleBases ruleBases;

    @Autowired
    private PublishedOutcomes outcomes;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private static DraftedBenchmark draft() {
        return new DraftedBenchmark(QINGDAO, DraftedBenchmark.FROM);
    }

    private Publication publish(DraftedBenchmark draft) {
        return publications.publish(draft.on(publications.base()));
    }

    private List<String> refused(DraftedBenchmark draft) {
        NewPublication asked = draft.on(publications.base());
        long before = publications.base().sequence();
        RefusedPublicationException refused =
                catchThrowableOfType(RefusedPublicationException.class, () -> publications.publish(asked));
        assertThat(publications.check(asked)).isEqualTo(refused.problems());
        assertThat(publications.base().sequence()).isEqualTo(before);
        return refused.problems().stream().map(FormatProblem::toString).toList();
    }

    /** What other tests see is the bundled rule base again. */
    @AfterEach
    void withdrawAll() {
        List<Publication> standing = publications.list(null, 1000).stream()
                .filter(p -> p.kind() != Publication.Kind.WITHDRAW && p.withdrawnBy() == null)
                .toList();
        standing.forEach(p -> publications.withdraw(p.sequence(), "测试", "测试二", "测试结束"));
    }

    @Test
    @DisplayName("公布之后的下一次裁量就用新版本；撤回之后不再用，留痕照样逐字节复算，并且都列得出来")
    void publishesAndWithdraws() throws Exception {
        String bundled = ruleBases.current().hash();
        assertThat(ruleSets(decide(CASE).json())).doesNotContain(draft().ref().toString());
        String key = UUID.randomUUID().toString();

        Publication published = publish(draft().marked(key));

        assertThat(published.versions()).singleElement().satisfies(v -> assertThat(v.ruleSet())
                .isEqualTo(draft().ref()));
        assertThat(published.standing(TODAY)).isEqualTo(Publication.Standing.VISIBLE);
        assertThat(published.base().hash()).isEqualTo(bundled);
        assertThat(published.acknowledged()).hasSize(1);
        String contentHash = published.versions().get(0).contentHash();
        assertThat(outcomes.count(draft().ref(), contentHash)).isZero();
        JsonNode answer = decide(CASE).json();
        assertThat(ruleSets(answer)).contains(draft().ref().toString());
        String id = answer.at("/receipt/id").asString();
        decide(CASE);
        decide(CASE);

        assertThat(outcomes.count(draft().ref(), contentHash)).isEqualTo(3);
        assertThat(outcomes.count(draft().ref(), "0".repeat(64))).isZero();
        List<OutcomeRef> first = outcomes.computedWith(draft().ref(), contentHash, 0, 2);
        assertThat(first).hasSize(2).first().satisfies(o -> assertThat(o.id()).hasToString(id));
        assertThat(outcomes.computedWith(
                        draft().ref(), contentHash, first.get(1).sequence(), 2))
                .hasSize(1);

        Publication withdrawn = publications.withdraw(published.sequence(), "李明", "陈立", "上限写错");

        assertThat(withdrawn.withdraws()).isEqualTo(published.sequence());
        assertThat(withdrawn.versions()).isEqualTo(published.versions());
        assertThat(publications.find(published.sequence()).orElseThrow().standing(TODAY))
                .isEqualTo(Publication.Standing.WITHDRAWN);
        assertThat(ruleBases.current().hash()).isEqualTo(bundled);
        assertThat(ruleSets(decide(CASE).json())).doesNotContain(draft().ref().toString());
        JsonNode replay = post("/api/v1/receipts/" + id + ":replay", "").json();
        assertThat(replay.path("identical").asBoolean()).as(replay.toString()).isTrue();
        assertThat(publications.concerning(draft().ref().id()))
                .contains(publications.find(published.sequence()).orElseThrow());
        assertThat(publications.files(published.sequence()))
                .containsOnlyKeys(
                        draft().folder() + "cases.csv",
                        draft().folder() + "discretion.dmn",
                        draft().folder() + "notes.md",
                        draft().folder() + "ruleset.yaml");
    }

    private static List<String> ruleSets(JsonNode answer) {
        return answer.path("ruleSets")
                .valueStream()
                .map(r -> r.path("id").asString() + "@" + r.path("version").asString())
                .toList();
    }

    @Test
    @DisplayName("撤回之后可以用同一施行日重新公布正确的版本；留痕按内容区分")
    void republishesAfterWithdrawal() throws Exception {
        Publication wrong = publish(draft().marked("wrong"));
        decide(CASE);
        publications.withdraw(wrong.sequence(), "李明", "陈立", "写错");

        Publication right = publish(draft().marked("right " + UUID.randomUUID()));
        decide(CASE);

        assertThat(outcomes.count(draft().ref(), right.versions().get(0).contentHash()))
                .isEqualTo(1);
        assertThat(outcomes.count(draft().ref(), null)).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("接替的版本以书面终止前一版本；前一版本的内容和哈希不变，废止只能提前")
    void endsInWriting() {
        Publication first = publish(draft());
        String hash = first.versions().get(0).contentHash();
        LocalDate next = LocalDate.of(2026, 9, 1);
        DraftedBenchmark successor = new DraftedBenchmark(QINGDAO, next);
        assertThat(refused(successor)).singleElement().asString().contains("在同一天施行", "最后施行日");

        Publication second = publish(successor.ending(draft().ref(), next.minusDays(1)));

        assertThat(second.endings()).singleElement().satisfies(e -> {
            assertThat(e.ruleSet()).isEqualTo(draft().ref());
            assertThat(e.by()).isEqualTo(successor.ref().toString());
        });
        assertThat(ruleBases.current().catalogue().ruleSet(draft().ref()).orElseThrow())
                .satisfies(r -> {
                    assertThat(r.effective().to()).isEqualTo(next.minusDays(1));
                    assertThat(r.contentHash()).isEqualTo(hash);
                });
        Publication repealed = publications.repeal(repeal(successor.ref(), LocalDate.of(2026, 12, 31), null));
        assertThat(repealed.endings()).hasSize(1);
        assertThat(ruleBases
                        .current()
                        .catalogue()
                        .ruleSet(successor.ref())
                        .orElseThrow()
                        .effective()
                        .to())
                .isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(repealProblem(successor.ref(), LocalDate.of(2027, 1, 31), null))
                .contains("只能提前");
        assertThat(repealProblem(successor.ref(), LocalDate.of(2026, 8, 1), "某号文件"))
                .contains("请撤回它的公布");
        assertThat(repealProblem(successor.ref(), TODAY.minusDays(2), null)).contains("最早是昨天");
        Publication earlier = publications.repeal(repeal(successor.ref(), TODAY.minusDays(2), "青环发〔2026〕9号"));

        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(second.sequence(), "李明", "陈立", "接替错了"))
                .withMessageContaining("第 " + earlier.sequence() + " 号", "第 " + repealed.sequence() + " 号");
        publications.withdraw(earlier.sequence(), "李明", "陈立", "接替错了");
        publications.withdraw(repealed.sequence(), "李明", "陈立", "接替错了");
        Publication withdrawn = publications.withdraw(second.sequence(), "李明", "陈立", "接替错了");

        assertThat(withdrawn.endings()).isEqualTo(second.endings());
        assertThat(ruleBases
                        .current()
                        .catalogue()
                        .ruleSet(draft().ref())
                        .orElseThrow()
                        .effective()
                        .to())
                .isNull();
    }

    private static NewRepeal repeal(RuleSetRef ref, LocalDate lastDay, @Nullable String document) {
        return new NewRepeal(ref, lastDay, document, null, "李明", null, "陈立", "不再适用");
    }

    private String repealProblem(RuleSetRef ref, LocalDate lastDay, @Nullable String document) {
        return String.valueOf(catchThrowableOfType(
                        RefusedPublicationException.class, () -> publications.repeal(repeal(ref, lastDay, document)))
                .getMessage());
    }

    @Test
    @DisplayName("随发行的版本也能以书面终止，文件与内容哈希不变")
    void endsABundledVersion() {
        String before =
                ruleBases.current().catalogue().ruleSet(GUANGDONG).orElseThrow().contentHash();

        publications.repeal(repeal(GUANGDONG, LocalDate.of(2026, 11, 30), null));

        assertThat(ruleBases.current().catalogue().ruleSet(GUANGDONG).orElseThrow())
                .satisfies(r -> {
                    assertThat(r.contentHash()).isEqualTo(before);
                    assertThat(r.effective().to()).isEqualTo(LocalDate.of(2026, 11, 30));
                });
        assertThat(ruleBases.current().catalogue().benchmarks("GD-ENV-1.3"))
                .filteredOn(b -> b.adoption() != null)
                .allSatisfy(b -> assertThat(b.effective().to()).isEqualTo(LocalDate.of(2026, 11, 30)));
    }

    @Test
    @DisplayName("每一种不能公布的，都说明原因，什么也没有保存")
    void refusesWithReasons() {
        assertThat(refused(draft().by("李明", " 李明 "))).singleElement().asString().contains("同一人");
        assertThat(refused(draft().visibleFrom(TODAY.minusDays(1))))
                .singleElement()
                .asString()
                .contains("已经过去", "effective.from");
        assertThat(refused(draft().proved("{"))).singleElement().asString().contains("证明报告");
        assertThat(refused(draft().without(draft().folder() + "cases.csv")))
                .singleElement()
                .asString()
                .contains("cases.csv");
        assertThat(refused(draft().replacing("discretion.dmn", "</definitions>", "</definition>")))
                .singleElement()
                .asString()
                .contains("discretion.dmn");
        assertThat(refused(draft().replacing("ruleset.yaml", "at: 31/3", "at: 931/3")))
                .singleElement()
                .asString()
                .contains("第九百三十一条");
        assertThat(refused(draft().file("adoptions/370200/2026-01-01.yaml", "x")))
                .singleElement()
                .asString()
                .contains("不属于公布的内容");
        assertThat(refused(draft().file("rulesets/../../etc/2026-01-01/ruleset.yaml", "x")))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(refused(draft().file("rulesets/environment/GD-ENV-1.3/item.yaml", "code: x")))
                .singleElement()
                .asString()
                .contains("事项已经存在");
        assertThat(refused(draft().file("law/某法@2026-01-01.yaml", "title: 某法"))).isNotEmpty();
        assertThat(refused(draft().marked("\0"))).singleElement().asString().contains("空字符");
        assertThat(refused(draft().ending(GUANGDONG, LocalDate.of(2026, 12, 31))))
                .singleElement()
                .asString()
                .contains("不需要再写");
        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(99_999, "甲", "乙", "错"))
                .withMessageContaining("没有第 99999 号");
    }

    @Test
    @DisplayName("已经公布的版本不能改写，也不必重复公布")
    void neverRewrites() {
        publish(draft());

        assertThat(refused(draft())).singleElement().asString().contains("内容相同，不需要再公布");
        assertThat(refused(draft().marked("other"))).singleElement().asString().contains("不能改写");
    }

    @Test
    @DisplayName("有别的公布依赖的不能单独撤回；撤回不能再撤回，也不能由同一人批准")
    void withdrawsInOrder() {
        String item = "rulesets/environment/TEST-1/item.yaml";
        ResourceTree bundled = ResourceTree.bundled();
        DraftedBenchmark first = draft();
        DraftedBenchmark statute = statuteOf("TEST-1", bundled)
                .file(
                        item,
                        bundled.text("rulesets/environment/GD-ENV-1.3/item.yaml")
                                .replaceAll("(?m)^aliases:.*$", "")
                                .replace("code: GD-ENV-1.3", "code: TEST-1"));
        assertThat(refused(benchmarkAlone(statute, item))).anyMatch(p -> p.contains("没有法定处罚规则集"));
        Publication ofItem = publish(statute);
        publish(benchmarkOf("TEST-1", first));

        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(ofItem.sequence(), "李明", "陈立", "错"))
                .withMessageContaining("请先撤回依赖它的公布");
        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(ofItem.sequence(), "陈立", "陈立", "错"))
                .withMessageContaining("同一人");
        withdrawAll();
        long last = publications.base().sequence();
        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(last, "李明", "陈立", "错"))
                .withMessageContaining("不能再撤回");
        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.withdraw(ofItem.sequence(), "李明", "陈立", "错"))
                .withMessageContaining("已经撤回");
    }

    private static DraftedBenchmark statuteOf(String item, ResourceTree bundled) {
        DraftedBenchmark empty = draft();
        for (String name : List.of("ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md")) {
            empty.without(empty.folder() + name);
            empty.file(
                    "rulesets/environment/" + item + "/statute/2018-12-29/" + name,
                    bundled.text("rulesets/environment/GD-ENV-1.3/statute/2018-12-29/" + name)
                            .replace("GD-ENV-1.3", item));
        }
        return empty;
    }

    private static DraftedBenchmark benchmarkOf(String item, DraftedBenchmark draft) {
        DraftedBenchmark moved = draft();
        NewPublication files = draft.on(new Base(0, "0".repeat(64)));
        files.files().forEach((path, text) -> {
            moved.without(path);
            moved.file(path.replace("GD-ENV-1.3", item), text.replace("GD-ENV-1.3", item));
        });
        return moved;
    }

    private static DraftedBenchmark benchmarkAlone(DraftedBenchmark statute, String item) {
        return benchmarkOf("TEST-1", draft())
                .file(
                        item,
                        Objects.requireNonNull(
                                statute.on(new Base(0, "")).files().get(item)));
    }

    @Test
    @DisplayName("草案的基础在此期间变了：拒绝并指出是哪一号公布；无关的公布不妨碍")
    void refusesAStaleDraft() {
        Base old = publications.base();
        publish(draft());
        Publication newer = publish(new DraftedBenchmark("370300", DraftedBenchmark.FROM).marked("newest"));

        StalePublicationException stale = catchThrowableOfType(
                StalePublicationException.class,
                () -> publications.publish(new DraftedBenchmark("370400", DraftedBenchmark.FROM).on(old)));

        assertThat(stale.newer()).isEqualTo(newer);
        assertThat(stale.changed()).hasSize(8).anyMatch(path -> path.contains("370300"));
        assertThat(stale).hasMessageContaining("第 " + newer.sequence() + " 号公布").hasMessageContaining("草案仍然保留");
        assertThatExceptionOfType(StalePublicationException.class)
                .isThrownBy(() -> publications.publish(draft().on(new Base(0, "f".repeat(64)))));
        withdrawAll();
        publications.publish(draft().marked("again").on(old));
    }

    @Test
    @DisplayName("在调用者的事务里公布：随它一起提交，随它一起撤销")
    void joinsTheCallersTransaction() {
        Base before = publications.base();
        transaction.executeWithoutResult(status -> {
            publications.publish(draft().on(before));
            assertThat(ruleBases.current().hash()).isEqualTo(before.hash());
            status.setRollbackOnly();
        });
        assertThat(publications.base()).isEqualTo(before);

        transaction.executeWithoutResult(status -> publications.publish(draft().on(before)));

        assertThat(ruleBases.current().hash()).isNotEqualTo(before.hash());
        assertThat(publications.base().sequence()).isEqualTo(before.sequence() + 1);
    }

    @Test
    @DisplayName("向社会公布的裁量基准：某日施行的，和两日之间的变化；撤回的不在其中")
    void makesBenchmarksPublic() throws Exception {
        String on = "/api/v1/benchmarks?place=370211&on=";
        String between = "/api/v1/benchmarks:diff?place=370211&from=2025-12-31&to=2026-01-01";
        Publication published = publish(draft());

        assertThat(benchmarks(get(on + "2025-12-31")))
                .doesNotContain(draft().ref().toString());
        assertThat(benchmarks(get(on + "2026-01-01"))).contains(draft().ref().toString());
        JsonNode changes = get(between).json().path("changes");
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.at("/item/code").asString()).isEqualTo("GD-ENV-1.3");
            assertThat(change.path("division").asString()).isEqualTo(QINGDAO);
            assertThat(change.has("before")).isFalse();
            assertThat(change.at("/after/contentHash").asString())
                    .isEqualTo(published.versions().get(0).contentHash());
        });
        publications.withdraw(published.sequence(), "李明", "陈立", "撤回");
        assertThat(get(between).json().path("changes")).isEmpty();
    }

    private static List<String> benchmarks(Reply reply) {
        return reply.json()
                .path("benchmarks")
                .valueStream()
                .map(b -> b.at("/ruleSet/id").asString() + "@"
                        + b.at("/ruleSet/version").asString())
                .toList();
    }

    @Test
    @DisplayName("检索、法条等从规则库得出的内容随公布更新")
    void refreshesWhatIsDerived() throws Exception {
        ResourceTree bundled = ResourceTree.bundled();
        String law = "law/测试条例@2026-01-01.yaml";
        publish(
                statuteOf("TEST-2", bundled)
                        .file(
                                "rulesets/environment/TEST-2/item.yaml",
                                bundled.text("rulesets/environment/GD-ENV-1.3/item.yaml")
                                        .replaceAll("(?m)^aliases:.*$", "")
                                        .replace("code: GD-ENV-1.3", "code: TEST-2"))
                        .file(
                                law,
                                """
                        title: 测试条例
                        level: 地方性法规
                        effective: {from: 2026-01-01, to: open}
                        source: 公报
                        confidence: exact
                        articles:
                          "1":
                            label: 第一条
                            lines: ["为了测试，制定本条例。"]
                        """));

        assertThat(get("/api/v1/items?q=TEST-2").json().path("total").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/laws").body()).contains("测试条例");
        withdrawAll();
        assertThat(get("/api/v1/items?q=TEST-2").json().path("total").asInt()).isZero();
        assertThat(get("/api/v1/laws").body()).doesNotContain("测试条例");
    }

    @Test
    @DisplayName("一次公布只存它带来的文件；数据库里的记录改不了、删不掉")
    void storesCompactly() {
        Integer before = jdbc.queryForObject("select count(*) from registry.rule_base_file", Integer.class);
        Publication published = publish(draft().marked(UUID.randomUUID().toString()));

        assertThat(jdbc.queryForObject("select count(*) from registry.rule_base_file", Integer.class))
                .isEqualTo(before);
        assertThat(jdbc.queryForObject(
                        "select count(*) from registry.publication_file where sequence = ?",
                        Integer.class,
                        published.sequence()))
                .isEqualTo(4);
        for (String change : List.of(
                "update registry.publication set reason = 'x'",
                "delete from registry.publication",
                "delete from registry.publication_file",
                "delete from registry.publication_version")) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .isThrownBy(() -> jdbc.update(change));
        }
        assertThat(ruleBases.filesOf(ruleBases.current().hash()).orElseThrow().file(draft().folder() + Ending.FILE))
                .isEmpty();
    }
}
