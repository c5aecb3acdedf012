package cn.faheng.drafting.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.faheng.drafting.law.LawText.Numbering;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读法律文件的文字：各得其所，读不出的说明原因")
class LawTextReaderTest {

    private static final LawMetadata STATED =
            new LawMetadata("某某办法", null, null, LocalDate.of(2024, 1, 1), null, null, null, null);

    private static LawText read(String text) {
        return LawTextReader.read(LawFile.pasted(text), STATED);
    }

    private static Optional<String> words(LawText text, String at) {
        return text.instrument().words(ProvisionPath.parse(at));
    }

    private static RefusedLawException refusal(LawFile file) {
        try {
            LawTextReader.read(file, LawMetadata.NONE);
        } catch (RefusedLawException e) {
            return e;
        }
        throw new AssertionError("was not refused");
    }

    @Test
    @DisplayName("题注、目录、章节、条、款、项、目、之一、附件、落款都认得")
    void readsAWholeInstrument() {
        LawText text = LawTextReader.read(
                LawFile.pasted(
                        """
                济宁市停车管理办法
                （2023年12月1日济宁市人民政府第10次常务会议通过）

                目  录
                第一章　总　则…………1
                第二章　附　则…………9

                第一章　总　　则
                第一条　为了规范停车，制定本办法。
                第二条　本市停车适用本办法。
                本办法所称停车，包括下列情形：
                （一）机动车停车：
                1.小型客车；
                2．货车。
                （二）非机动车停车。
                前款规定以外的，另行规定。
                第二条之一　临时停车从其规定。

                - 2 -

                第二章　附　　则
                第三条　本办法自2024年3月1日起施行，有效期五年。
                附件：停车场标准
                车位长度不小于5米。

                济宁市人民政府
                2023年12月5日
                """),
                LawMetadata.NONE);

        LegalInstrument law = text.instrument();
        assertThat(law.title()).isEqualTo("济宁市停车管理办法");
        assertThat(text.promulgated()).isEqualTo(LocalDate.of(2023, 12, 1));
        assertThat(law.version()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(law.effective().to()).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(law.articles().keySet()).containsExactly("1", "2", "2-1", "3");
        assertThat(words(text, "2/2")).hasValueSatisfying(w -> assertThat(w).contains("（一）", "1.小型客车", "（二）"));
        assertThat(words(text, "2/2/1/2")).hasValue("2．货车。");
        assertThat(words(text, "2/3")).hasValue("前款规定以外的，另行规定。");
        assertThat(words(text, "2-1")).hasValue("临时停车从其规定。");
        assertThat(text.headings()).extracting(LawText.Heading::before).containsExactly("1", "3");
        assertThat(text.annex()).contains("附件：停车场标准", "车位长度不小于5米。", "济宁市人民政府", "2023年12月5日");
        assertThat(text.front()).anyMatch(line -> line.startsWith("第一章")).contains("目  录");
        assertThat(text.remarks()).extracting(Remark::says).anyMatch(says -> says.startsWith("页码"));
    }

    @Test
    @DisplayName("目录重复“第X条”的标题：正文从有句子的那一处起")
    void skipsATableOfArticles() {
        LawText text = read(
                """
                目录
                第一条 立法目的
                第二条 适用范围
                第三条 施行日期
                第一条 为了规范，制定本办法。
                第二条 本市适用本办法。
                第三条 自2024年1月1日起施行。
                """);

        assertThat(text.instrument().articles()).hasSize(3);
        assertThat(words(text, "1")).hasValue("为了规范，制定本办法。");
        assertThat(text.front()).contains("第二条 适用范围");
    }

    @Test
    @DisplayName("修改决定里引用的条文不当作决定自己的条文")
    void leavesQuotedArticlesInTheDecision() {
        LawText text = read(
                """
                关于修改《某某条例》的决定
                一、将第三条修改为：“第三条　县级以上人民政府负责监督。

                “前款规定的监督，由主管部门实施。”

                二、增加一条，作为第四条：“第四条　违反本条例的，处一千元罚款。”
                三、第五条第二款中的“责令”修改为“可以责令”。
                本决定自公布之日起施行。
                """);

        assertThat(text.numbering()).isEqualTo(Numbering.SECTIONS);
        assertThat(text.instrument().articles().keySet()).containsExactly("1", "2", "3");
        assertThat(words(text, "1")).hasValueSatisfying(w -> assertThat(w).contains("第三条　县级", "前款规定的监督"));
    }

    @Test
    @DisplayName("条文中间引用的整条（引号跨段）不另立一条")
    void leavesQuotedArticlesInsideAnArticle() {
        LawText text = read(
                """
                第一条　将原规定修改为：
                “第二条　旧的第二条。
                第三条　旧的第三条。”
                第二条　自公布之日起施行。
                """);

        assertThat(text.instrument().articles().keySet()).containsExactly("1", "2");
        assertThat(words(text, "2")).hasValue("自公布之日起施行。");
    }

    @Test
    @DisplayName("段首是“第三条第二款规定的”，不是新的一条；“第二条　中华人民共和国境内”是")
    void tellsAReferenceFromAnArticle() {
        LawText text = read(
                """
                第一条　为了规范，制定本法。
                第二条　中华人民共和国境内适用本法。
                第三条第二款规定的情形除外。
                第三条　与他人共有的，适用前款。
                """);

        assertThat(text.instrument().articles().keySet()).containsExactly("1", "2", "3");
        assertThat(words(text, "2/2")).hasValue("第三条第二款规定的情形除外。");
        assertThat(words(text, "3")).hasValue("与他人共有的，适用前款。");
    }

    @Test
    @DisplayName("没有“第X条”的意见，以一、（一）编号，可以引用到项；项下的几段都在这一项里")
    void readsGuidanceBySections() {
        LawText text = read(
                """
                关于规范裁量权的意见
                各市人民政府：
                为规范裁量权，提出以下意见。
                一、总体要求
                坚持依法行政。
                二、主要任务
                （一）建立基准。
                各部门应当公布基准。
                1.内容明确。
                （二）加强监督。
                """);

        assertThat(text.numbering()).isEqualTo(Numbering.SECTIONS);
        assertThat(words(text, "1/2")).hasValue("坚持依法行政。");
        assertThat(words(text, "2//1")).hasValue("（一）建立基准。\n各部门应当公布基准。\n1.内容明确。");
        assertThat(text.front()).contains("各市人民政府：");
    }

    @Test
    @DisplayName("缺条、重复、编者说明：逐行说明，不悄悄丢掉")
    void reportsLineByLine() {
        LawText text = read(
                """
                第一条　甲。
                第三条　丙。
                （第四条未见）
                第三条　又一个丙。
                它的第二段。
                第五条　戊。
                """);

        assertThat(text.instrument().articles().keySet()).containsExactly("1", "3", "5");
        assertThat(text.remarks())
                .filteredOn(r -> !r.placed())
                .extracting(Remark::line)
                .containsExactly(3, 4, 5);
        assertThat(text.remarks()).extracting(Remark::says).anyMatch(s -> s.contains("前面缺第二条"));
    }

    @Test
    @DisplayName("全角数字、条号里的空格、断行、一行几条、一行几项")
    void readsCarelessText() {
        LawText text = read(
                """
                第 一 条 为了规范停车管理，维护道路交通秩序，根据有关法律、法规，结合
                本市实际，制定本办法。 第二条　违反本办法，有下列情形之一的，处５０元罚款：（一）占道；（二）堵门。
                第３条：解释权归市政府。
                """);

        assertThat(words(text, "1")).hasValue("为了规范停车管理，维护道路交通秩序，根据有关法律、法规，结合本市实际，制定本办法。");
        assertThat(words(text, "2//2")).hasValue("（二）堵门。");
        assertThat(words(text, "3")).hasValue("解释权归市政府。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    @DisplayName("编码自己认")
    void detectsTheEncoding(String charset) {
        String text = "第一条　为了规范，制定本办法。\n第二条　自2024年1月1日起施行。\n";
        LawFile file = new LawFile("a.txt", null, text.getBytes(Charset.forName(charset)));

        assertThat(words(LawTextReader.read(file, STATED), "1")).hasValue("为了规范，制定本办法。");
    }

    @Test
    @DisplayName("说明（front matter）里的名称、日期优先于文字；人写的优先于说明")
    void prefersWhatIsStated() {
        String file =
                "---\ntitle: \"甲条例\"\neffective: \"2020-01-01\"\nvalidTo: \"2022-12-31\"\n---\n\n# 乙条例\n\n第一条　甲。\n";
        LawFile markdown = new LawFile("a.md", null, file.getBytes(StandardCharsets.UTF_8));

        LawText text = LawTextReader.read(markdown, LawMetadata.NONE);
        assertThat(text.instrument().title()).isEqualTo("甲条例");
        assertThat(text.instrument().effective().to()).isEqualTo(LocalDate.of(2022, 12, 31));
        LawMetadata title = new LawMetadata("某某办法", null, null, null, null, null, null, null);
        assertThat(LawTextReader.read(markdown, title).instrument().title()).isEqualTo("某某办法");
        assertThat(LawTextReader.read(markdown, title).instrument().effective().to())
                .isEqualTo(LocalDate.of(2022, 12, 31));
    }

    @Test
    @DisplayName("修正过多次而末条仍写原施行日期的：不猜，请人填写")
    void asksWhereTheDayIsUnsure() {
        assertThat(refusal(
                                LawFile.pasted(
                                        """
                        某某条例
                        （1998年5月1日通过　根据2018年9月21日《决定》修正）
                        第一条　甲。
                        第二条　本条例自1998年7月1日起施行。
                        """))
                        .code())
                .isEqualTo("no-effective-day");
    }

    @Test
    @DisplayName("条文 JSON")
    void readsArticleJson() {
        String json = "{\"meta\":{\"title\":\"丙条例\",\"effective\":\"2020-01-01\",\"validTo\":\"\"},\"articles\":["
                + "{\"label\":\"第一条\",\"no\":1,\"sub\":\"\",\"chapter\":\"第一章 总则\",\"paragraphs\":[\"甲。\",\"（一）乙。\"]},"
                + "{\"label\":\"第一条之一\",\"no\":1,\"sub\":1,\"paragraphs\":[\"丙。\"]}]}";
        LawText text = LawTextReader.read(
                new LawFile("a.json", null, json.getBytes(StandardCharsets.UTF_8)), LawMetadata.NONE);

        assertThat(text.instrument().articles().keySet()).containsExactly("1", "1-1");
        assertThat(words(text, "1/1/1")).hasValue("（一）乙。");
        assertThat(text.headings())
                .singleElement()
                .extracting(LawText.Heading::before)
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天天气很好。\n我们去公园。", "{\"meta\":", "{\"a\":1}", "---\ntitle: a\n没有结束"})
    @DisplayName("不是法律文件的，说明原因")
    void refusesWhatIsNoInstrument(String text) {
        String name = text.startsWith("{") ? "a.json" : "a.md";
        assertThat(refusal(new LawFile(name, null, text.getBytes(StandardCharsets.UTF_8)))
                        .reason())
                .endsWith("。");
    }

    @Test
    @DisplayName("乱码、二进制、空文件、超大文件：很快拒绝")
    @Timeout(20)
    void refusesWhatIsNoText() {
        assertThat(refusal(new LawFile("a.txt", null, new byte[0])).code()).isEqualTo("empty");
        assertThat(refusal(new LawFile(
                                "a.txt", null, new byte[] {(byte) 0xFF, 1, 2, (byte) 0xFF, 0, 0, 0, (byte) 0xFF}))
                        .code())
                .isIn("encoding", "not-text");
        byte[] large = "第一条　很长。\n".repeat(2_500_000).getBytes(StandardCharsets.UTF_8);
        long began = System.nanoTime();
        assertThat(refusal(new LawFile("a.txt", null, large)).code()).isEqualTo("too-large");
        byte[] within = "第一条　很长的一条。".repeat(600_000).getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(new LawFile("a.txt", null, within)).code()).isEqualTo("too-large");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("一行四十万字也在限定的时间里读完")
    @Timeout(20)
    void isNotSlowOnLongLines() {
        String long1 = "第一条　" + "一".repeat(400_000) + "\n";
        String long2 = "第".repeat(400_000) + "条\n第一条　甲。\n" + "（".repeat(400_000) + "\n" + "1".repeat(400_000) + "\n";
        assertThat(read(long1).instrument().articles()).hasSize(1);
        assertThat(read(long2).instrument().articles()).hasSize(1);
    }

    @Test
    @DisplayName("YAML 的锚点（十亿个笑）不予读取")
    void refusesAnchors() {
        String bomb = "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: t\n---\n第一条　甲。\n";
        assertThat(refusal(new LawFile("a.md", null, bomb.getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("front-matter");
        assertThatExceptionOfType(RefusedLawException.class)
                .isThrownBy(() -> LawTextReader.read(
                        new LawFile("a.md", null, "---\neffective: 明年\n---\n第一条　甲。".getBytes(StandardCharsets.UTF_8)),
                        LawMetadata.NONE));
    }
}
