package cn.faheng.drafting.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.rules.legal.TextDifference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两版比较：改动、增删、换号；谁引用的条款变了")
class LawDifferenceTest {

    private static final String A = "违反本办法规定，在人行道上停放机动车的，处五十元以上二百元以下罚款。";
    private static final String B = "公安机关交通管理部门负责本行政区域内的停车管理工作，其他部门按照职责分工配合。";
    private static final String C = "停车场经营者应当公示收费标准、服务电话和监督电话，接受社会监督。";

    private static LegalInstrument law(String from, Map<String, List<String>> articles) {
        Map<String, Article> read = new LinkedHashMap<>();
        articles.forEach((key, lines) -> read.put(key, new Article("第" + key + "条", lines)));
        return new LegalInstrument("某某办法", "", new EffectivePeriod(LocalDate.parse(from), null), "", "", read);
    }

    private static Map<String, List<String>> articles(Object... keysAndTexts) {
        Map<String, List<String>> articles = new LinkedHashMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            articles.put(
                    String.valueOf(keysAndTexts[i]),
                    String.valueOf(keysAndTexts[i + 1]).lines().toList());
        }
        return articles;
    }

    @Test
    @DisplayName("插入一条，其后顺延：顺延的是换号，不是删了又增")
    void matchesRenumberedArticles() {
        LegalInstrument before = law("2020-01-01", articles(1, B, 2, A, 3, C));
        LegalInstrument after =
                law("2024-01-01", articles(1, B, 2, "新能源汽车充电车位的设置比例由市人民政府规定。", 3, A.replace("二百元", "五百元"), 4, C));

        LawDifference difference = LawDifference.between(before, after);

        assertThat(difference.articles())
                .extracting(c -> c.kind() + " " + c.from() + " " + c.to())
                .containsExactly("SAME 1 1", "ADDED null 2", "RENUMBERED_AND_CHANGED 2 3", "RENUMBERED 3 4");
        assertThat(difference.articles().get(2).segments())
                .contains(
                        new TextDifference.Segment(TextDifference.Kind.REMOVED, "二百"),
                        new TextDifference.Segment(TextDifference.Kind.ADDED, "五百"));
    }

    @Test
    @DisplayName("删去的一条列在它原来的位置")
    void listsRemovedArticlesWhereTheyStood() {
        LawDifference difference = LawDifference.between(
                law("2020-01-01", articles(1, B, 2, A, 3, C)), law("2024-01-01", articles(1, B, 2, C)));

        assertThat(difference.articles())
                .extracting(c -> c.kind() + " " + c.from() + " " + c.to())
                .containsExactly("SAME 1 1", "REMOVED 2 null", "RENUMBERED 3 2");
    }

    @Test
    @DisplayName("一款前面加了一款：原来的款移位，不是变了")
    void findsAMovedParagraph() {
        LegalInstrument before = law("2020-01-01", articles(1, A + "\n（一）甲；\n（二）乙。\n" + C));
        LegalInstrument after = law("2024-01-01", articles(1, B + "\n" + A + "\n（一）甲；\n（二）丙；\n（三）乙。"));
        ProvisionFates fates = ProvisionFates.between(before, after);

        assertThat(fates.of(ProvisionPath.parse("1/1/1")))
                .extracting(f -> f.kind() + " " + f.to())
                .isEqualTo("MOVED 1/2/1");
        assertThat(fates.of(ProvisionPath.parse("1/2")).kind()).isEqualTo(ProvisionFate.Kind.CHANGED);
        assertThat(fates.of(ProvisionPath.parse("9")).kind()).isEqualTo(ProvisionFate.Kind.NOT_HELD);
        assertThat(ProvisionFates.ended(before).of(ProvisionPath.parse("1")).kind())
                .isEqualTo(ProvisionFate.Kind.ENDED);
    }

    @Test
    @DisplayName("食品安全法两版之间：引用变了的条款的规则集逐行列出")
    void listsRuleSetsThatRestOnWhatChanges() {
        RuleBase base = RuleBase.bundled();
        String title = "中华人民共和国食品安全法";
        LegalInstrument before =
                base.law().version(title, LocalDate.of(2021, 4, 29)).orElseThrow();
        Map<String, Article> changed = new LinkedHashMap<>(before.articles());
        Article penalty = java.util.Objects.requireNonNull(changed.get("124"));
        changed.put("124", new Article(penalty.label(), List.of("违反本法规定的，处一元罚款。")));
        LegalInstrument after =
                new LegalInstrument(title, "法律", new EffectivePeriod(LocalDate.of(2030, 1, 1), null), "", "", changed);

        List<Affected> affected = CitationImpact.affected(
                CitationImpact.citing(base.catalogue().ruleSets(), List.of(), title, before.version(), null),
                ProvisionFates.between(before, after));

        assertThat(affected).isNotEmpty().allSatisfy(a -> {
            assertThat(a.citing().at().article()).isEqualTo(124);
            assertThat(a.fate().kind()).isNotEqualTo(ProvisionFate.Kind.SAME);
        });
        assertThat(affected).anySatisfy(a -> {
            assertThat(a.citing().ruleSet()).isNotNull();
            assertThat(a.citing().rows()).isNotEmpty();
        });
        assertThat(CitationImpact.citing(
                        base.catalogue().ruleSets(), List.of(), title, before.version(), ProvisionPath.parse("1")))
                .isEmpty();
    }
}
