package cn.faheng.casework.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.server.problems.ProblemException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("检查：计划、抽取、任务、结果")
class InspectionFlowTest extends CaseworkTest {

    private static final LocalDate ENDS = LocalDate.of(2026, 12, 20);
    private static boolean entered;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Plans plans;

    @Autowired
    private Draws draws;

    @Autowired
    private TaskMaking making;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Merges merges;

    @Autowired
    private Recusals recusals;

    @Autowired
    private ObjectLibrary library;

    @BeforeEach
    void directory() {
        if (!entered) {
            new TestDirectory(proposals).enter();
            entered = true;
        }
    }

    private static <T> T officer(Callable<T> act) {
        return As.call("insp-officer", "OFFICER", act);
    }

    private static <T> T head(Callable<T> act) {
        return As.call("insp-head", "HEAD", act);
    }

    private InspectionObject object(String name, String risk, String region) {
        return officer(() -> library.add(new ObjectEntry("", name, region, "food、price", risk, "微型", "微山县测试路" + name)));
    }

    private static PlanDraft draft(
            String body, String item, List<String> regions, int perYear, Map<RiskClass, BigDecimal> perClass) {
        return new PlanDraft(
                PlanDraft.Kind.ANNUAL,
                body,
                2026,
                "2026年测试检查计划",
                "测试",
                List.of(item),
                List.of(),
                new ObjectFilter(regions, List.of(), List.copyOf(perClass.keySet()), List.of()),
                new Sample(Sample.Mode.NUMBER, perClass),
                new PlanLimits(perYear, perYear, 30, 2),
                TODAY,
                ENDS);
    }

    private Plan published(PlanDraft draft, String officer, String head) {
        Plan made = As.call(officer, "OFFICER", () -> plans.plan(draft, UUID.randomUUID()));
        Plan submitted = As.call(officer, "OFFICER", () -> plans.submit(made.id(), made.revision()));
        Plan approved = As.call(head, "HEAD", () -> plans.decide(submitted.id(), submitted.revision(), true, ""));
        return As.call(officer, "OFFICER", () -> plans.publish(approved.id(), approved.revision()));
    }

    private Draw drawn(Plan plan, String officer, String head) {
        Draw first = As.call(
                officer, "OFFICER", () -> draws.commit(plan.id(), "first secret of the officer", UUID.randomUUID()));
        As.call(head, "HEAD", () -> draws.commitSecond(first.id(), "second secret of the head"));
        As.call(officer, "OFFICER", () -> draws.reveal(first.id(), "first secret of the officer"));
        return As.call(head, "HEAD", () -> draws.reveal(first.id(), " second secret of the head "));
    }

    private static OnSiteRecord record(Task task, InspectionResult result, Answer.Value first) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : task.order().questions()) {
            boolean isFirst = answers.isEmpty();
            answers.add(new Answer(
                    question.id(),
                    isFirst ? first : Answer.Value.YES,
                    isFirst && first == Answer.Value.NO ? "货架上有三瓶过期饮料" : ""));
        }
        return new OnSiteRecord(
                TODAY,
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                task.order().officers().stream().map(Task.Sent::certificate).toList(),
                true,
                "店主",
                answers,
                result == InspectionResult.NOTHING_FOUND ? "" : "经营超过保质期的食品",
                "《中华人民共和国食品安全法》第三十四条",
                OnSiteRecord.Signature.SIGNED,
                "",
                result,
                result == InspectionResult.RECTIFY ? TODAY.plusDays(7) : null);
    }

    private static void refused(ThrowingCallable act, String says) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().detail() + e.problem().errors())
                .contains(says));
    }

    @Test
    @DisplayName("从计划到公布：审批分离、两人种子、可复核、任务、记录、涉嫌违法成为案源、公布期限")
    void fromPlanToPublication() throws Exception {
        for (int i = 0; i < 6; i++) {
            object("流程商店" + i, i < 4 ? "C" : "D", "370826");
        }
        PlanDraft draft = draft(
                TestDirectory.FOOD,
                TestDirectory.FOOD_SALE,
                List.of("370826"),
                9,
                Map.of(RiskClass.C, new BigDecimal(2), RiskClass.D, BigDecimal.ONE));
        UUID form = UUID.randomUUID();
        Plan made = officer(() -> plans.plan(draft, form));
        assertThat(officer(() -> plans.plan(draft, form)).id()).isEqualTo(made.id());
        assertThat(made.items().get(0).basis()).contains("《中华人民共和国食品安全法》第一百一十条");
        refused(
                () -> officer(() -> draws.commit(made.id(), "first secret of the officer", UUID.randomUUID())),
                "公布以后才能抽取");
        Plan submitted = officer(() -> plans.submit(made.id(), made.revision()));
        refused(
                () -> As.call(
                        "insp-officer", "OFFICER,HEAD", () -> plans.decide(made.id(), submitted.revision(), true, "")),
                "不能审批自己的计划");
        refused(() -> head(() -> plans.decide(made.id(), made.revision(), true, "")), "已经由他人");
        Plan approved = head(() -> plans.decide(made.id(), submitted.revision(), true, "同意"));
        refused(() -> officer(() -> plans.change(made.id(), approved.revision(), draft)), "不能修改");
        Plan published = officer(() -> plans.publish(made.id(), approved.revision()));

        Draw draw = drawn(published, "insp-officer", "insp-head");
        assertThat(draw.state()).isEqualTo(DrawState.DRAWN);
        DrawProof proof = draw.proof();
        assertThat(proof).isNotNull();
        assertThat(DrawVerifier.verify(Objects.requireNonNull(proof).json()).holds())
                .isTrue();
        assertThat(new Stranger(proof.json()).outcome())
                .isEqualTo(proof.outcome().canonical());
        assertThat(proof.outcome().drawn()).hasSize(3);
        assertThat(proof.candidates().inspectors())
                .extracting(Candidates.Inspector::name)
                .containsExactly("甲一", "甲二", "甲三");
        assertThat(officer(() -> draws.preview(made.id())).unable())
                .anyMatch(text -> text.contains("甲四") && text.contains("不是始终有效"));

        List<Task> all = officer(() -> making.make(draw.id(), Map.of()));
        assertThat(officer(() -> making.make(draw.id(), Map.of())))
                .extracting(Task::id)
                .containsExactlyElementsOf(all.stream().map(Task::id).toList());
        assertThat(all).hasSize(3).allSatisfy(task -> {
            assertThat(task.state()).isEqualTo(TaskState.PLANNED);
            assertThat(task.order().officers()).hasSize(2);
            assertThat(task.order().questions()).hasSizeGreaterThan(5);
        });
        Task task = all.get(0);
        OnSiteRecord good = record(task, InspectionResult.SUSPECTED_VIOLATION, Answer.Value.NO);
        refused(
                () -> officer(() -> tasks.record(
                        task.id(), task.revision(), record(task, InspectionResult.NOTHING_FOUND, Answer.Value.NO))),
                "不能是“未发现问题”");
        refused(() -> officer(() -> tasks.record(task.id(), task.revision(), alone(good))), "不得少于两人");
        Task recorded = officer(() -> tasks.record(task.id(), task.revision(), good));
        refused(() -> officer(() -> tasks.record(task.id(), task.revision(), good)), "不能记录检查情况");
        assertThat(recorded.publication()).isNotNull();
        assertThat(Objects.requireNonNull(recorded.publication()).limit()).isEqualTo("DL-085");
        assertThat(recorded.publication().by()).isEqualTo("2026-12-18");
        assertThat(recorded.publication().basis()).contains("食品生产经营监督检查管理办法");
        Task out = officer(() -> tasks.publish(task.id(), recorded.revision()));
        assertThat(out.state()).isEqualTo(TaskState.PUBLISHED);
        assertThat(audited("inspection-finding-raised", task.number())).isEqualTo(1);
        assertThat(audited("inspection-draw-drawn", draw.id().toString())).isEqualTo(1);

        Plan adjusted = officer(() -> plans.adjust(published.id(), "上级部署调整", UUID.randomUUID()));
        assertThat(adjusted.version()).isEqualTo(2);
        assertThat(adjusted.state()).isEqualTo(PlanState.DRAFT);
        refused(() -> officer(() -> plans.adjust(published.id(), "再调整", UUID.randomUUID())), "只有已经公布的最新一版");
    }

    private static OnSiteRecord alone(OnSiteRecord good) {
        return new OnSiteRecord(
                good.day(),
                good.from(),
                good.to(),
                good.present().subList(0, 1),
                true,
                good.partyPresent(),
                good.answers(),
                good.findings(),
                good.provisions(),
                good.signature(),
                "",
                good.result(),
                null);
    }

    private long audited(String action, String subject) throws Exception {
        try (Connection connection = superuser("faheng");
                var query = connection.prepareStatement(
                        "select count(*) from audit.entry where action = ? and subject = ?")) {
            query.setString(1, action);
            query.setString(2, subject);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    @DisplayName("公开数值：只能用今后的，到时才能抽，两人同时按只抽一次，换一个数值被拒绝")
    void aPublicValueIsDrawnOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            object("公开数值商店" + i, "A", "370826");
        }
        Plan plan = published(
                draft(
                        TestDirectory.FOOD,
                        TestDirectory.FOOD_SALE,
                        List.of(),
                        9,
                        Map.of(RiskClass.A, new BigDecimal(2))),
                "insp-officer",
                "insp-head");
        OffsetDateTime now = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
        refused(
                () -> officer(() -> draws.commit(plan.id(), "双色球第2026134期", now.minusDays(1), UUID.randomUUID())),
                "应当在冻结名单以后");
        UUID form = UUID.randomUUID();
        Draw draw = officer(() -> draws.commit(plan.id(), "双色球第2026135期", now.plusDays(1), form));
        assertThat(officer(() -> draws.commit(plan.id(), "双色球第2026135期", now.plusDays(1), form))
                        .id())
                .isEqualTo(draw.id());
        refused(() -> officer(() -> draws.commit(plan.id(), "另一个公开数值", now.plusDays(1), UUID.randomUUID())), "只抽取一次");
        assertThat(draw.proof()).isNull();
        assertThat(draw.toString()).doesNotContain(secret(draw.id()));
        refused(() -> officer(() -> draws.draw(draw.id(), "03 08 15 22 27 31 + 09")), "此前不能抽取");
        refused(() -> As.call("insp-price", "OFFICER", () -> draws.get(draw.id())), "没有找到");
        refused(() -> As.call("auditor", "AUDITOR", () -> draws.draw(draw.id(), "03 08 15")), "只能查看");

        superuserUpdate(
                "update casework.inspection_draw set content = replace(content, '2026-11-23T10:00', '2026-11-21T10:00') where id = '"
                        + draw.id() + "'");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Draw>> pressed = two.invokeAll(List.of(
                    () -> officer(() -> draws.draw(draw.id(), "03 08 15 22 27 31 + 09")),
                    () -> head(() -> draws.draw(draw.id(), "03 08 15 22 27 31 + 09"))));
            assertThat(pressed.get(0).get().proof())
                    .isEqualTo(pressed.get(1).get().proof());
        } finally {
            two.shutdown();
        }
        assertThat(audited("inspection-draw-drawn", draw.id().toString())).isEqualTo(1);
        refused(() -> officer(() -> draws.draw(draw.id(), "01 02 03 04 05 06 + 07")), "结果不再改变");
        refused(() -> head(() -> draws.giveUp(draw.id(), "不满意")), "不能放弃");
        assertThatThrownBy(() -> superuserUpdate(
                        "update casework.inspection_draw set candidates = '{}' where id = '" + draw.id() + "'"))
                .hasMessageContaining("frozen");
    }

    private void superuserUpdate(String sql) throws Exception {
        try (Connection connection = superuser("faheng");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String secret(UUID draw) throws Exception {
        try (Connection connection = superuser("faheng");
                var query = connection.prepareStatement(
                        "select content::json ->> 'first' from casework.inspection_draw where id = ?")) {
            query.setObject(1, draw);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    @DisplayName("回避申报后不再抽到；只有负责人能解除；没有地区的对象先补填；候选不足拒绝")
    void recusalAndBadLists() {
        InspectionObject shop = object("回避商店", "B", "370826");
        officer(() -> recusals.declare("37082600000101", shop.id(), Recusal.Ground.KINSHIP, "店主是本人的近亲属"));
        refused(
                () -> officer(() -> recusals.declare("37082600000102", shop.id(), Recusal.Ground.OTHER, "替他人登记")),
                "为他人登记回避");
        Map<RiskClass, BigDecimal> one = Map.of(RiskClass.B, BigDecimal.ONE);
        Plan plan = published(
                draft(TestDirectory.FOOD, TestDirectory.FOOD_SALE, List.of(), 9, one), "insp-officer", "insp-head");
        Draw draw = drawn(plan, "insp-officer", "insp-head");
        assertThat(Objects.requireNonNull(draw.proof()).outcome().drawn())
                .singleElement()
                .satisfies(drawn ->
                        assertThat(drawn.inspectors()).containsExactlyInAnyOrder("37082600000102", "37082600000103"));

        object("没有地区的商店", "B", "");
        Plan second = published(
                draft(TestDirectory.FOOD, TestDirectory.FOOD_SALE, List.of(), 9, one), "insp-officer", "insp-head");
        refused(
                () -> officer(() -> draws.commit(second.id(), "first secret of the officer", UUID.randomUUID())),
                "没有填写所在地区");
        Plan many = published(
                draft(
                        TestDirectory.FOOD,
                        TestDirectory.FOOD_SALE,
                        List.of(),
                        9,
                        Map.of(RiskClass.UNRATED, new BigDecimal(500))),
                "insp-officer",
                "insp-head");
        refused(
                () -> officer(() -> draws.commit(many.id(), "first secret of the officer", UUID.randomUUID())),
                "要抽取 500 户");
        refused(
                () -> officer(
                        () -> plans.plan(draft(TestDirectory.FOOD, "NO-SUCH", List.of(), 9, one), UUID.randomUUID())),
                "没有行政检查事项");
        refused(
                () -> As.call(
                        "insp-price",
                        "OFFICER",
                        () -> plans.plan(
                                draft(TestDirectory.PRICE, TestDirectory.FOOD_SALE, List.of(), 9, one),
                                UUID.randomUUID())),
                "不在本机关的权责清单内");
        refused(
                () -> officer(() -> plans.plan(
                        draft(TestDirectory.PRICE, TestDirectory.PRICES, List.of(), 9, one), UUID.randomUUID())),
                "没有找到");
    }

    @Test
    @DisplayName("两个机关同期检查同一户：提示重复、建议合并，两边负责人同意后成为一次联合检查；投诉举报的检查不计频次")
    void repeatedChecksAreJoined() {
        InspectionObject shop =
                officer(() -> library.add(new ObjectEntry("", "大型联合商场", "370826", "food、price", "", "大型", "微山县测试路联合")));
        Map<RiskClass, BigDecimal> one = Map.of(RiskClass.UNRATED, BigDecimal.ONE);
        PlanDraft price = draft(TestDirectory.PRICE, TestDirectory.PRICES, List.of(), 1, one);
        PlanDraft onlyLarge = new PlanDraft(
                price.kind(),
                price.body(),
                price.year(),
                price.title(),
                price.purpose(),
                price.items(),
                List.of(),
                new ObjectFilter(List.of(), List.of(), List.of(), List.of(InspectionObject.Size.LARGE)),
                price.sample(),
                price.limits(),
                price.starts(),
                price.ends());
        PlanDraft food = new PlanDraft(
                price.kind(),
                TestDirectory.FOOD,
                2026,
                "食品",
                "测试",
                List.of(TestDirectory.FOOD_SALE),
                List.of(),
                onlyLarge.filter(),
                price.sample(),
                new PlanLimits(3, 1, 30, 2),
                TODAY,
                ENDS);
        Plan ofPrice = published(onlyLarge, "insp-price", "insp-price-head");
        Draw firstDraw = drawn(ofPrice, "insp-price", "insp-price-head");
        Task first = As.call("insp-price", "OFFICER", () -> making.make(firstDraw.id(), Map.of()))
                .get(0);
        Draw draw = drawn(published(food, "insp-officer", "insp-head"), "insp-officer", "insp-head");

        assertThat(officer(() -> making.preview(draw.id())).get(0).warnings())
                .extracting(Warning::kind)
                .containsExactly(Warning.Kind.SEVERAL_BODIES);
        refused(() -> officer(() -> making.make(draw.id(), Map.of())), "请写明理由，并由负责人批准");
        Task held = officer(() -> making.make(draw.id(), Map.of(shop.id(), "食品与价格检查内容不同")))
                .get(0);
        assertThat(held.state()).isEqualTo(TaskState.HELD);
        refused(
                () -> officer(() -> tasks.record(
                        held.id(), held.revision(), record(held, InspectionResult.NOTHING_FOUND, Answer.Value.YES))),
                "不能记录检查情况");
        refused(() -> officer(() -> tasks.release(held.id(), held.revision())), "需要负责人");
        Task released = head(() -> tasks.release(held.id(), held.revision()));

        Merge pair = head(() -> merges.suggestions()).stream()
                .filter(m -> m.one().order().object().id().equals(shop.id()))
                .findFirst()
                .orElseThrow();
        assertThat(pair.reasons()).anyMatch(reason -> reason.contains("联合检查"));
        Merge half = head(() -> merges.agree(first.id(), released.id()));
        assertThat(half.joint()).isNull();
        Merge whole = As.call("insp-price-head", "HEAD", () -> merges.agree(first.id(), released.id()));
        Task joint = officer(() -> tasks.get(Objects.requireNonNull(whole.joint())));
        assertThat(joint.kind()).isEqualTo(Task.Kind.JOINT);
        assertThat(joint.order().bodies()).containsExactlyInAnyOrder(TestDirectory.FOOD, TestDirectory.PRICE);
        assertThat(joint.order().officers()).hasSize(4);
        assertThat(officer(() -> tasks.get(released.id())).state()).isEqualTo(TaskState.JOINED);
        refused(() -> head(() -> merges.agree(first.id(), released.id())), "不能再合并");

        PlanDraft again = new PlanDraft(
                food.kind(),
                food.body(),
                2026,
                "再查",
                "测试",
                food.items(),
                List.of(),
                food.filter(),
                food.sample(),
                new PlanLimits(1, 1, 30, 2),
                TODAY,
                ENDS);
        Plan full = published(again, "insp-officer", "insp-head");
        refused(
                () -> officer(() -> draws.commit(full.id(), "first secret of the officer", UUID.randomUUID())),
                "达到检查频次上限，没有列入");

        SingleCheck complaint = new SingleCheck(
                Task.Kind.COMPLAINT,
                shop.id(),
                List.of(TestDirectory.FOOD_SALE),
                List.of("37082600000101", "37082600000102"),
                TODAY,
                TODAY.plusDays(5),
                "投诉举报 2026-11-0087",
                null);
        Task exempt = officer(() -> making.make(complaint, UUID.randomUUID()));
        assertThat(exempt.state()).isEqualTo(TaskState.PLANNED);
        assertThat(exempt.kind().exempt()).isTrue();
        refused(
                () -> officer(() -> making.make(
                        new SingleCheck(
                                Task.Kind.RANDOM,
                                shop.id(),
                                complaint.items(),
                                complaint.officers(),
                                TODAY,
                                TODAY,
                                "x",
                                null),
                        UUID.randomUUID())),
                "应当通过随机抽取");
        refused(
                () -> officer(() -> making.make(
                        new SingleCheck(
                                Task.Kind.COMPLAINT,
                                shop.id(),
                                complaint.items(),
                                List.of("37082600000101", "37082600000104"),
                                TODAY,
                                ENDS,
                                "投诉",
                                null),
                        UUID.randomUUID())),
                "无效，请改派");
    }

    @Test
    @DisplayName("导入检查对象：坏行逐行说明，好行照收，同一代码只有一条，外地的拒绝")
    void importsObjects() {
        ObjectLibrary.Imported report = officer(
                () -> library.takeLines(
                        """
                统一社会信用代码,名称,区划代码,领域,风险等级,规模,地址
                ,导入一号店,370826,food,C,微型,某路1号
                91350100M000100Y43,导入二号店,370826,food、price,,大型,某路2号
                91350100M000100Y43,导入二号店（更名）,370826,food、price,D,大型,某路2号
                91350100M000100Y44,坏代码,370826,food,C,微型,某路3号
                ,坏等级,370826,food,E,微型,某路4号
                ,外地店,370883,food,C,微型,某路5号
                ,少一列,370826,food,C,微型
                """));
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.refused()).extracting(ObjectLibrary.RefusedRow::row).containsExactly(5, 6, 7, 8);
        assertThat(report.refused().get(0).reason()).contains("统一社会信用代码");
        assertThat(officer(() -> library.search("导入二号店"))).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("导入二号店（更名）");
            assertThat(found.riskClass()).isEqualTo(RiskClass.D);
        });
    }
}
