package cn.faheng.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.faheng.client.ApiException;
import cn.faheng.client.api.CalendarApi;
import cn.faheng.client.api.ItemsApi;
import cn.faheng.client.api.ProvisionsApi;
import cn.faheng.client.api.RuleSetsApi;
import cn.faheng.client.model.Choice;
import cn.faheng.client.model.DiffSegment;
import cn.faheng.client.model.DueDate;
import cn.faheng.client.model.ItemDetail;
import cn.faheng.client.model.ItemPage;
import cn.faheng.client.model.ItemSummary;
import cn.faheng.client.model.ItemVersions;
import cn.faheng.client.model.ProvisionDiff;
import cn.faheng.client.model.ProvisionOnDay;
import cn.faheng.client.model.Question;
import cn.faheng.client.model.RuleSetDetail;
import cn.faheng.client.model.RuleSetUse;
import cn.faheng.server.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("事项、规则集、法条和日历")
@SuppressWarnings("NullAway") // What an answer lacks fails the test as it should.
class CatalogueApiTest extends ServerTest {

    private static final String FOOD_LAW = "中华人民共和国食品安全法";

    private ItemsApi items;
    private RuleSetsApi ruleSets;
    private ProvisionsApi provisions;
    private CalendarApi calendar;

    @BeforeEach
    void connect() throws Exception {
        items = new ItemsApi(client());
        ruleSets = new RuleSetsApi(client());
        provisions = new ProvisionsApi(client());
        calendar = new CalendarApi(client());
    }

    @ParameterizedTest
    @CsvSource({
        "MK-F124, MK-F124",
        "mk-f124a, MK-F124",
        "超过保质期, MK-F124",
        "cgbzq, MK-F124",
        "chaoguobaozhiqi, MK-F124",
        "scjycg, MK-F124",
        "past its shelf life, MK-F124",
        "食品安全法124, MK-F124"
    })
    @DisplayName("按编码、别名、名称、拼音首字母、全拼、英文、法条检索")
    void findsItems(String query, String code) throws Exception {
        ItemPage page = items.listItems(query, null, null, null, null);

        assertThat(page.getItems().stream().limit(3).map(ItemSummary::getCode)).contains(code);
    }

    @Test
    @DisplayName("逐页列出全部事项，不重不漏")
    void pagesThroughAllItems() throws Exception {
        List<String> codes = new ArrayList<>();
        String cursor = null;
        int total;
        do {
            ItemPage page = items.listItems(null, null, null, cursor, 7);
            page.getItems().forEach(item -> codes.add(item.getCode()));
            cursor = page.getNextCursor();
            total = page.getTotal();
        } while (cursor != null);

        assertThat(codes).doesNotHaveDuplicates().hasSize(total).isSorted();
    }

    @Test
    void linksToTheNextPage() throws Exception {
        Reply reply = get("/api/v1/items?limit=1&field=food");

        assertThat(reply.header("Link")).contains("rel=\"next\"", "cursor=", "field=food");
    }

    @Test
    @DisplayName("按领域和地方筛选：济宁自己的法规不在广州施行")
    void filtersByFieldAndPlace() throws Exception {
        ItemPage here = items.listItems("JN-", null, "370811", null, 200);
        ItemPage elsewhere = items.listItems("JN-", null, "440100", null, 200);
        ItemPage food = items.listItems(null, "food", null, null, 200);

        assertThat(here.getItems()).isNotEmpty();
        assertThat(elsewhere.getItems()).isEmpty();
        assertThat(food.getItems()).isNotEmpty().allSatisfy(i -> assertThat(i.getField())
                .isEqualTo("food"));
    }

    @Test
    @DisplayName("事项的问题带类型、单位、选项、说明；情节带效果和依据")
    void describesAnItem() throws Exception {
        ItemDetail item = items.getItem("MK-F124", LocalDate.of(2024, 5, 1), "370811");

        assertThat(item.getQuestions()).extracting(Question::getName).contains("goodsValue", "circumstancesGrade");
        Question value = item.getQuestions().stream()
                .filter(q -> q.getName().equals("goodsValue"))
                .findFirst()
                .orElseThrow();
        assertThat(value.getUnit()).isEqualTo("元");
        assertThat(value.getType()).isEqualTo(Question.TypeEnum.MONEY);
        assertThat(value.getLabelEn()).isNotBlank();
        assertThat(value.getAskedBy()).isNotEmpty();
        assertThat(item.getDeviationGrounds())
                .extracting(Choice::getValue)
                .containsExactly("clearly-improper", "manifestly-unfair", "changed-conditions");
        assertThat(item.getVersions()).isNotEmpty();
        assertThat(item.getCircumstances()).isNotEmpty().allSatisfy(c -> {
            assertThat(c.getLabel()).isNotBlank();
            assertThat(c.getEffectText()).isNotBlank();
            assertThat(c.getRow().getCitations()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("示范采用的基准标明真实来源")
    void marksAdoptedBenchmarks() throws Exception {
        ItemVersions versions = items.listVersions("GD-ENV-1.3");

        assertThat(versions.getStatutes()).isNotEmpty();
        assertThat(versions.getBenchmarks())
                .anySatisfy(b -> {
                    assertThat(b.getAdoption()).isNull();
                    assertThat(b.getJurisdiction()).isEqualTo("440000");
                })
                .anySatisfy(b -> {
                    assertThat(b.getAdoption().getMark()).isEqualTo("示范采用");
                    assertThat(b.getJurisdiction()).isEqualTo("370800");
                    assertThat(b.getSource().getText()).contains("广东省");
                });
    }

    @Test
    @DisplayName("规则集带依据的原文和 DMN")
    void readsARuleSetWithItsWords() throws Exception {
        RuleSetUse version = items.listVersions("MK-F124").getStatutes().get(0);

        RuleSetDetail detail = ruleSets.getRuleSet("food", "MK-F124", "statute", version.getVersion());

        assertThat(detail.getRuleSet().getContentHash()).isEqualTo(version.getContentHash());
        assertThat(detail.getBasis()).isNotEmpty().allSatisfy(b -> assertThat(b.getWords())
                .isNotBlank());
        assertThat(detail.getRows()).isNotEmpty().allSatisfy(r -> assertThat(r.getProvisions())
                .isNotEmpty());
        HttpRequest.Builder model =
                request("/api/v1/rulesets/food/MK-F124/statute:dmn?version=" + version.getVersion());
        Reply dmn = send(model);
        assertThat(dmn.header("Content-Type")).startsWith("application/xml");
        assertThat(dmn.body()).contains("<definitions", "<decisionTable");
        assertThat(HTTP.send(model.header("If-None-Match", dmn.header("ETag")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void answersHeadLikeGet() throws Exception {
        Reply head = send(request("/api/v1/items").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void readsAGeneralRuleSet() throws Exception {
        RuleSetDetail detail = ruleSets.getGeneralRuleSet("exemption", LocalDate.of(2021, 7, 15));

        assertThat(detail.getHook()).isEqualTo("exemption");
        assertThat(detail.getRows()).isNotEmpty();
        assertThat(get("/api/v1/rulesets/common/exemption:dmn?version=2021-07-15")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesARuleSetThatDoesNotExist() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> ruleSets.getRuleSet("food", "MK-F124", "statute", LocalDate.of(1999, 1, 1)))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(404))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/unknown-rule-set"));
    }

    @Test
    @DisplayName("某日有效的法条原文；没有生效的指名说明")
    void readsAProvisionOnADay() throws Exception {
        ProvisionOnDay inForce = provisions.getProvision(FOOD_LAW, "124/1", LocalDate.of(2022, 1, 1));
        ProvisionOnDay before = provisions.getProvision(FOOD_LAW, "124/1", LocalDate.of(1990, 1, 1));
        ProvisionOnDay none = provisions.getProvision(FOOD_LAW, "999", LocalDate.of(2022, 1, 1));

        assertThat(inForce.getState()).isEqualTo(ProvisionOnDay.StateEnum.IN_FORCE);
        assertThat(inForce.getVersion()).isEqualTo(LocalDate.of(2021, 4, 29));
        assertThat(inForce.getWords()).contains("货值金额");
        assertThat(before.getState()).isEqualTo(ProvisionOnDay.StateEnum.NOT_YET_IN_FORCE);
        assertThat(before.getWords()).isNull();
        assertThat(before.getExplanation()).isNotBlank();
        assertThat(none.getState()).isEqualTo(ProvisionOnDay.StateEnum.PROVISION_NOT_HELD);
    }

    @Test
    @DisplayName("外部的法律文本也能查；随程序发布的文字优先")
    void readsAProvisionOfTheCollection() throws Exception {
        ProvisionOnDay road = provisions.getProvision("中华人民共和国公路法", "46", LocalDate.of(2022, 1, 1));
        ProvisionOnDay added = provisions.getProvision(FOOD_LAW, "1", LocalDate.of(2022, 1, 1));
        ProvisionOnDay bundled = provisions.getProvision(FOOD_LAW, "124", LocalDate.of(2022, 1, 1));

        assertThat(road.getState()).isEqualTo(ProvisionOnDay.StateEnum.IN_FORCE);
        assertThat(road.getWords()).startsWith("任何单位和个人不得在公路上及公路用地范围内摆摊设点");
        assertThat(added.getWords()).contains("保障公众身体健康和生命安全");
        assertThat(bundled.getWords()).contains("货值金额").doesNotContain("以随程序发布的为准");
    }

    @Test
    @DisplayName("两个日期之间法条改了什么：删去和增加合起来就是两个文本")
    void comparesAProvision() throws Exception {
        ProvisionDiff diff =
                provisions.diffProvision("中华人民共和国行政处罚法", "51", LocalDate.of(2020, 1, 1), LocalDate.of(2022, 1, 1));

        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (DiffSegment segment : diff.getSegments()) {
            if (segment.getKind() != DiffSegment.KindEnum.ADDED) {
                before.append(segment.getText());
            }
            if (segment.getKind() != DiffSegment.KindEnum.REMOVED) {
                after.append(segment.getText());
            }
        }
        assertThat(diff.getChanged()).isTrue();
        assertThat(before)
                .hasToString(
                        diff.getBefore().getWords() == null
                                ? ""
                                : diff.getBefore().getWords());
        assertThat(after).hasToString(diff.getAfter().getWords());
    }

    @Test
    void namesALawThatIsNotHeld() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> provisions.getProvision("无名法", "1", LocalDate.of(2022, 1, 1)))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/unknown-law"));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> provisions.getProvision(FOOD_LAW, "第一条", LocalDate.of(2022, 1, 1)))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/invalid-parameter"));
    }

    @Test
    void listsTheLawsHeld() throws Exception {
        assertThat(provisions.listLaws().getLaws()).anySatisfy(law -> {
            assertThat(law.getTitle()).isEqualTo(FOOD_LAW);
            assertThat(law.getVersions()).hasSizeGreaterThan(1);
        });
    }

    @Test
    @DisplayName("工作日、日、月的期间")
    void addsWorkingDays() throws Exception {
        DueDate working = calendar.addWorkingDays(LocalDate.of(2025, 9, 28), 5);
        DueDate days = calendar.addDays(LocalDate.of(2025, 9, 20), 15);
        DueDate months = calendar.addMonths(LocalDate.of(2026, 1, 31), 1);

        assertThat(working.getDate()).isEqualTo(LocalDate.of(2025, 10, 11));
        assertThat(working.getReason()).isNotBlank();
        assertThat(days.getRawLastDay()).isEqualTo(LocalDate.of(2025, 10, 5));
        assertThat(days.getMoved()).isTrue();
        assertThat(months.getRawLastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
