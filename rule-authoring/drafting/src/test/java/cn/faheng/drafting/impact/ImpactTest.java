package cn.faheng.drafting.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.format.ResourceTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公布前的影响测算")
class ImpactTest {

    private static final String FOLDER = "rulesets/environment/GD-ENV-1.3/440000/";
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

    private static ImpactPackage impactPackage;
    private static Impact impact;

    /** The draft halves the third tier: 3-5 万元 becomes 1.5-2.5 万元. */
    @BeforeAll
    static void draft() {
        ResourceTree bundled = ResourceTree.bundled();
        Map<String, String> base = new TreeMap<>();
        bundled.paths().forEach(path -> base.put(path, bundled.text(path)));
        Map<String, String> draft = new TreeMap<>();
        for (String file : List.of("ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md")) {
            String text = bundled.text(FOLDER + "2022-01-01/" + file)
                    .replace("2022-01-01", FIRST_DAY.toString())
                    .replace("<text>30000</text>", "<text>15000</text>");
            String changed = file.equals("discretion.dmn") ? lowered(text) : text;
            draft.put(FOLDER + FIRST_DAY + "/" + file, changed);
        }
        impactPackage =
                new ImpactPackage(base, draft, List.of("environment/GD-ENV-1.3/440000@" + FIRST_DAY), TODAY.toString());
        impact = impactPackage.open();
    }

    private static String lowered(String dmn) {
        int row = dmn.indexOf("<rule id=\"T3\"");
        return dmn.substring(0, row) + dmn.substring(row).replaceFirst("<text>50000</text>", "<text>25000</text>");
    }

    private static DecisionRequest request(LocalDate day, String area) {
        return new DecisionRequest(
                "GD-ENV-1.3",
                new Division("440100"),
                day,
                day,
                null,
                day.plusDays(30),
                new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                Map.of("建设项目所在区域", area, "整改情况", "限期内完成备案手续", "marineProject", false),
                CaseCircumstances.none(),
                null,
                List.of());
    }

    private static PastCase closed(String id, String area, long fineFen, LocalDate servedOn) {
        return new PastCase(id, false, request(LocalDate.of(2026, 3, 2), area), servedOn, fineFen, null);
    }

    private static PastCase open(String id, String area, long notifiedFen) {
        return new PastCase(id, true, request(LocalDate.of(2026, 4, 1), area), null, null, notifiedFen);
    }

    @Test
    @DisplayName("已结案件：按草案重算，原罚款超出新幅度，仍在复议期限内")
    void recomputesClosedCases() {
        CaseImpact result = impact.of(closed("C1", "限批区或环境敏感区", 4_000_000, LocalDate.of(2026, 4, 10)));

        assertThat(result.failure()).isNull();
        assertThat(result.before().minFen()).isEqualTo(3_000_000);
        assertThat(result.before().maxFen()).isEqualTo(5_000_000);
        assertThat(result.after().minFen()).isEqualTo(1_500_000);
        assertThat(result.after().maxFen()).isEqualTo(2_500_000);
        assertThat(result.effects())
                .contains(
                        CaseImpact.Effect.RANGE_CHANGED,
                        CaseImpact.Effect.LIGHTER,
                        CaseImpact.Effect.IMPOSED_OUTSIDE,
                        CaseImpact.Effect.RECONSIDERATION_OPEN)
                .doesNotContain(CaseImpact.Effect.HEAVIER, CaseImpact.Effect.FAILED);
    }

    @Test
    @DisplayName("已结案件：送达满六十日的，复议期限已过")
    void knowsWhenReconsiderationIsOver() {
        LocalDate sixtyDaysBefore = TODAY.minusDays(60);
        assertThat(impact.of(closed("C2", "限批区或环境敏感区", 4_000_000, sixtyDaysBefore))
                        .effects())
                .contains(CaseImpact.Effect.RECONSIDERATION_OPEN);
        assertThat(impact.of(closed("C3", "限批区或环境敏感区", 4_000_000, sixtyDaysBefore.minusDays(10)))
                        .effects())
                .doesNotContain(CaseImpact.Effect.RECONSIDERATION_OPEN);
    }

    @Test
    @DisplayName("未受影响的档次没有变化")
    void leavesOtherTiersAlone() {
        assertThat(impact.of(closed("C4", "一般区域", 500_000, LocalDate.of(2026, 4, 10)))
                        .changed())
                .isFalse();
    }

    @Test
    @DisplayName("在办案件：告知的罚款超出新幅度的，应当重新告知")
    void findsOpenCasesThatNeedANewNotice() {
        assertThat(impact.of(open("O1", "限批区或环境敏感区", 4_000_000)).effects())
                .contains(CaseImpact.Effect.NEW_NOTICE, CaseImpact.Effect.LIGHTER);
        assertThat(impact.of(open("O2", "一般区域", 500_000)).effects()).isEmpty();
    }

    @Test
    @DisplayName("算不了的案件列出原因，不跳过")
    void namesCasesThatCannotBeComputed() {
        DecisionRequest wrong = request(LocalDate.of(2026, 3, 2), "一般区域").withFacts(Map.of("没有的事实", "x"));
        CaseImpact result = impact.of(new PastCase("W1", false, wrong, null, null, null));

        assertThat(result.effects()).containsExactly(CaseImpact.Effect.FAILED);
        assertThat(result.failure()).contains("没有的事实");
    }

    @Test
    @DisplayName("一个案件引起的任何异常只使这一个案件算不了")
    void oneBrokenCaseStopsNoOther() {
        String line = PastCaseJson.write(closed("B1", "一般区域", 500_000, LocalDate.of(2026, 4, 10)));
        String noParty = line.replaceFirst("\"party\":\\{[^}]*}", "\"party\":null");
        assertThat(noParty).contains("\"party\":null");

        CaseImpact result = impact.of(PastCaseJson.read(noParty));

        assertThat(result.effects()).containsExactly(CaseImpact.Effect.FAILED);
        assertThat(result.failure()).startsWith("计算中断：").contains("NullPointerException");
    }

    @Test
    @DisplayName("模型不能运行的草案一开始就拒绝，不逐案失败")
    void invalidModelIsRefusedAtOnce() {
        Map<String, String> broken = new TreeMap<>(impactPackage.draft());
        broken.replaceAll((path, text) ->
                path.endsWith(".dmn") ? text.replace("<text>15000</text>", "<text>15000 +</text>") : text);
        ImpactPackage refused =
                new ImpactPackage(impactPackage.base(), broken, impactPackage.versions(), impactPackage.today());

        assertThatThrownBy(refused::open)
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("GD-ENV-1.3");
    }

    @Test
    @DisplayName("分段统计相加等于整体统计，与顺序无关")
    void talliesAddUp() {
        List<ImpactTally> parts = Stream.of(
                        closed("C1", "限批区或环境敏感区", 4_000_000, LocalDate.of(2026, 4, 10)),
                        closed("C4", "一般区域", 500_000, LocalDate.of(2026, 4, 10)),
                        open("O1", "限批区或环境敏感区", 4_000_000))
                .map(impact::of)
                .map(ImpactTally::of)
                .toList();
        ImpactTally forward = parts.stream().reduce(ImpactTally.empty(), ImpactTally::plus);
        ImpactTally backward = parts.get(2).plus(parts.get(1).plus(parts.get(0)));

        assertThat(forward).isEqualTo(backward);
        assertThat(forward.cases()).isEqualTo(3);
        assertThat(forward.changed()).isEqualTo(2);
        assertThat(forward.byItem())
                .containsEntry("GD-ENV-1.3", new ImpactTally.Line(3, 2, 0, 2, 11_000_000, 6_000_000));
        assertThat(forward.byDistrict()).containsOnlyKeys("440100");
        assertThat(forward.shifts()).containsEntry(-1_000_000L, 2L);
    }

    @Test
    @DisplayName("案件写成一行再读回来，一字不差")
    void casesSurviveAsText() {
        PastCase past = closed("C1", "限批区或环境敏感区", 4_000_000, LocalDate.of(2026, 4, 10));
        assertThat(PastCaseJson.read(PastCaseJson.write(past))).isEqualTo(past);
        assertThat(ImpactPackage.parse(impactPackage.json())).isEqualTo(impactPackage);
    }
}
