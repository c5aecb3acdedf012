package cn.faheng.drafting.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("读取条文的处罚形式")
class ClauseReaderTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("clauses")
    @DisplayName("逐条核对过的条文读出同样的处罚和疑问")
    void reads(String source, String words, List<String> forms, List<String> doubts) {
        ClauseReading reading = ClauseReader.read(words);
        assertThat(reading.forms().stream().map(ClauseLine::of).toList())
                .as(source)
                .isEqualTo(forms);
        assertThat(reading.doubts().stream()
                        .map(d -> d.kind() + " " + reading.wordsOf(d.span()))
                        .toList())
                .as(source)
                .isEqualTo(doubts);
    }

    @Test
    @DisplayName("核对过的条文不少于一百二十条")
    void enough() throws IOException {
        assertThat(clauses().count()).isGreaterThanOrEqualTo(120);
    }

    @Test
    @DisplayName("标出的文字就是金额所在的文字，半角标点和空格不影响位置")
    void spans() {
        ClauseReading reading = ClauseReader.read("责令改正, 处 1,000元以上 3万元以下 罚款;情节严重的,处五万元罚款.");
        assertThat(reading.forms().stream()
                        .map(PenaltyForm::amountSpan)
                        .filter(Objects::nonNull)
                        .map(reading::wordsOf))
                .containsExactly("1,000元以上 3万元以下", "五万元");
    }

    @Test
    @DisplayName("没有写数额的罚款不猜，提出疑问")
    void noAmount() {
        ClauseReading reading = ClauseReader.read("违反本条例规定的，给予警告，并处以罚款。");
        assertThat(reading.forms()).noneMatch(f -> f.fine() != null);
        assertThat(reading.doubts()).extracting(Doubt::kind).contains(Doubt.Kind.AMOUNT);
    }

    @Test
    @DisplayName("空的文字没有处罚")
    void empty() {
        assertThat(ClauseReader.read(" \n ").forms()).isEmpty();
    }

    @Property(tries = 300)
    @Label("任何文字都读得完，位置都在文字之内")
    void neverFails(@ForAll String words) {
        assertThatCode(() -> {
                    ClauseReading reading = ClauseReader.read(words);
                    reading.forms().forEach(f -> reading.wordsOf(f.span()));
                })
                .doesNotThrowAnyException();
    }

    static Stream<Object[]> clauses() throws IOException {
        String text;
        try (InputStream in =
                Objects.requireNonNull(ClauseReaderTest.class.getResourceAsStream("/clause/clauses.txt"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Stream.of(text.strip().split("\n\n")).map(ClauseReaderTest::clause);
    }

    private static Object[] clause(String block) {
        List<String> words = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        String[] lines = block.split("\n");
        for (int i = 1; i < lines.length; i++) {
            List<String> to = lines[i].startsWith("|") ? words : lines[i].startsWith("=") ? forms : doubts;
            to.add(lines[i].substring(2));
        }
        return new Object[] {lines[0].substring(3), String.join("\n", words), forms, doubts};
    }
}
