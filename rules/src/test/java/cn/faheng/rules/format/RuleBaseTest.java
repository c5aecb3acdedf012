package cn.faheng.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("规则集的格式")
class RuleBaseTest {

    private static final String FOLDER = "rulesets/food/X-1/statute/2020-01-01/";
    private static final String YAML =
            """
            kind: statute
            effective: {from: 2020-01-01, to: 2021-12-31}
            jurisdiction: "000000"
            authority: 测试机关
            basis:
              - {role: penalty, law: 测试法, version: 2020-01-01, at: 9/1}
            form: range
            facts:
              - {name: goodsValue, label: 货值金额, type: money, unit: 元, min: 0}
            penalties:
              - {id: fine, kind: fine, subject: party}
            rows:
              S1: {cite: [9/1], says: 处罚款}
            """;
    private static final String LAW =
            """
            title: 测试法
            level: 法律
            effective: {from: 2020-01-01, to: open}
            source: test
            confidence: exact
            articles:
              "9":
                label: 第九条
                lines: ["处一元以上十元以下罚款。"]
            """;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "rulesets/food/X-1/item.yaml",
            "{code: X-1, name: 测试, nameEn: Test, field: food, organ: 某部门, aliases: [X-1a]}",
            FOLDER + "ruleset.yaml",
            YAML,
            FOLDER + "discretion.dmn",
            "<x/>",
            FOLDER + "cases.csv",
            "id,title\n",
            FOLDER + "notes.md",
            "无",
            "law/测试法@2020-01-01.yaml",
            LAW));

    private RuleBase read() {
        return RuleBase.read(tree());
    }

    private ResourceTree tree() {
        return new ResourceTree() {
            @Override
            public NavigableSet<String> paths() {
                return new TreeSet<>(files.keySet());
            }

            @Override
            public String text(String path) {
                return String.valueOf(files.get(path));
            }
        };
    }

    private RuleSet statute(RuleBase base) {
        return base.catalogue().statutes("X-1").get(0);
    }

    @Test
    @DisplayName("书面终止缩短施行期间，内容和哈希不变")
    void endsInWriting() {
        String hash = statute(read()).contentHash();
        Ending ending = new Ending(LocalDate.of(2020, 6, 30), "某号文件 '附件'", "不再适用\n：见附件");
        assertThat(Ending.path(statute(read()).ref())).isEqualTo(FOLDER + "ended.yaml");
        files.put(FOLDER + "ended.yaml", ending.yaml());

        RuleSet ended = statute(read());

        assertThat(ended.contentHash()).isEqualTo(hash);
        assertThat(ended.effective().from()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(ended.effective().to()).isEqualTo(LocalDate.of(2020, 6, 30));
        assertThat(Ending.read("ended.yaml", ending.yaml()).by()).isEqualTo("某号文件 '附件'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "早于首日, 2019-12-31, before its first day",
        "晚于已写明的末日, 2022-01-01, cannot prolong it",
        "不是日期, 2020-02-30, Invalid date"
    })
    @DisplayName("不成立的终止指出原因")
    void refusesAnEnding(String name, String to, String reason) {
        files.put(FOLDER + "ended.yaml", "to: " + to + "\nby: x\nreason: y\n");
        assertThatThrownBy(this::read)
                .hasMessageContaining(FOLDER + "ended.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEndingOfNothing() {
        files.put("rulesets/food/X-1/statute/2022-01-01/ended.yaml", "to: 2022-02-01\nby: x\nreason: y\n");
        assertThatThrownBy(this::read).hasMessageContaining("ends a version that is not there");
    }

    @Test
    @DisplayName("没有变的不重读，变了的重读，读不成的不记")
    void readsOnlyWhatChanged() {
        String other = FOLDER.replace("2020-01-01", "2022-01-01");
        RuleBaseReader reader = new RuleBaseReader();
        RuleBase first = reader.read(tree());
        for (String name : new String[] {"ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md"}) {
            files.put(
                    other + name,
                    String.valueOf(files.get(FOLDER + name))
                            .replace("{from: 2020-01-01, to: 2021-12-31}", "{from: 2022-01-01, to: open}"));
        }
        RuleBase second = reader.read(tree());
        assertThat(statute(second)).isSameAs(statute(first));
        assertThat(second.law()).isSameAs(first.law());

        files.put(other + "notes.md", "改了");
        files.put(FOLDER + "ruleset.yaml", YAML.replace("9/1", "8/1"));
        assertThatThrownBy(() -> reader.read(tree())).hasMessageContaining("第八条");
        files.put(FOLDER + "ruleset.yaml", YAML);
        RuleBase third = reader.readAside(tree());

        assertThat(statute(third)).isSameAs(statute(first));
        assertThat(third.catalogue().statutes("X-1").get(1).notes()).isEqualTo("改了");
        assertThat(reader.read(tree()).catalogue().statutes("X-1").get(1))
                .isNotSameAs(third.catalogue().statutes("X-1").get(1));
    }

    @Test
    void readsASoundRuleBase() {
        RuleBase base = read();
        RuleSet ruleSet = base.catalogue().statutes("X-1").get(0);
        assertThat(ruleSet.contentHash()).hasSize(64);
        assertThat(base.catalogue().item("X-1a").orElseThrow().code()).isEqualTo("X-1");
        assertThat(base.catalogue().statute("X-1", LocalDate.of(2019, 1, 1)))
                .isEqualTo(new InForce.NotYet(LocalDate.of(2020, 1, 1)));
        assertThat(base.catalogue().statute("X-1", LocalDate.of(2022, 1, 1)))
                .isEqualTo(new InForce.Ended(LocalDate.of(2021, 12, 31)));
        assertThat(new Division("370811").upwards())
                .extracting(Division::code)
                .containsExactly("370811", "370800", "370000", "000000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "行不引证 | cite: [9/1] | cite: [] | 13",
                "种类拼错 | kind: fine, | kind: finee, | 11",
                "没有截止日 | , to: 2021-12-31 | | 2",
                "截止早于开始 | to: 2021-12-31 | to: 2019-12-31 | 2",
                "不是日期 | from: 2020-01-01, to | from: 2020-13-01, to | 2",
                "类型未知 | type: money | type: cash | 9",
                "金额没有单位 | unit: 元, min | min | 9",
                "多出的字段 | form: range | form: range, colour: red | 8",
                "没有处罚依据 | role: penalty | role: violated | 6",
                "不是条款 | at: 9/1 | at: 第九条 | 6",
            })
    @DisplayName("缺陷指出文件、行号和理由")
    void namesFileLineAndReason(String defect, String sound, String broken, int line) {
        String replacement = broken == null ? "" : broken;
        if (replacement.contains("colour")) {
            replacement = "form: range\ncolour: red";
        }
        files.put(FOLDER + "ruleset.yaml", YAML.replace(sound, replacement));
        assertThatThrownBy(this::read).isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.problems())
                .as(defect + ": " + e.getMessage())
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(FOLDER + "ruleset.yaml");
                    assertThat(Math.abs(problem.line() - line)).isLessThanOrEqualTo(1);
                    assertThat(problem.reason()).isNotBlank();
                }));
    }

    @Test
    @DisplayName("引用的条文必须在库中")
    void wantsTheCitedProvision() {
        files.put(FOLDER + "ruleset.yaml", YAML.replace("[9/1]", "[9/2]"));
        assertThatThrownBy(this::read).isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.reason()).contains("/rows/", "第九条第二款", "does not hold");
                }));
    }

    @Test
    void wantsAllFourFiles() {
        files.remove(FOLDER + "cases.csv");
        assertThatThrownBy(this::read).hasMessageContaining("cases.csv").hasMessageContaining("missing");
    }

    @Test
    @DisplayName("两个版本不得同日施行")
    void refusesOverlappingVersions() {
        String second = "rulesets/food/X-1/statute/2021-06-01/";
        files.keySet().stream().toList().forEach(path -> {
            if (path.startsWith(FOLDER)) {
                files.put(second + path.substring(FOLDER.length()), String.valueOf(files.get(path)));
            }
        });
        files.put(
                second + "ruleset.yaml",
                YAML.replace("from: 2020-01-01, to: 2021-12-31", "from: 2021-06-01, to: open"));
        assertThatThrownBy(this::read).isInstanceOf(FormatException.class).hasMessageContaining("same day");
    }

    @Test
    @DisplayName("同一名称写了两次的，不以后一次为准")
    void refusesANameGivenTwice() {
        files.put(FOLDER + "ruleset.yaml", YAML + "form: fixed\n");
        assertThatThrownBy(this::read).isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.reason()).contains("form");
                }));
    }

    @Test
    void saysWhereYamlIsBroken() {
        files.put(FOLDER + "ruleset.yaml", "kind: statute\nfacts: [\n");
        assertThatThrownBy(this::read).isInstanceOf(FormatException.class).hasMessageContaining("not YAML");
    }
}
