package cn.faheng.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.legal.TextDifference.Kind;
import cn.faheng.rules.legal.TextDifference.Segment;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("两段文字的差别")
class TextDifferenceTest {

    private static String without(List<Segment> segments, Kind kind) {
        return segments.stream()
                .filter(s -> s.kind() != kind)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("去掉增加的是原文，去掉删除的是新文")
    void thePiecesMakeUpBothWordings() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 5_000; i++) {
            String before = words(random);
            String after = words(random);

            List<Segment> segments = TextDifference.between(before, after);

            assertThat(without(segments, Kind.ADDED)).isEqualTo(before);
            assertThat(without(segments, Kind.REMOVED)).isEqualTo(after);
        }
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(40), 0, 5)
                .mapToObj(n -> String.valueOf("甲乙丙一二".charAt(n)))
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("数额整个比较：二百元改为二百五十元")
    void takesFiguresWhole() {
        assertThat(TextDifference.between("处二百元罚款", "处二百五十元罚款"))
                .containsExactly(
                        new Segment(Kind.SAME, "处"),
                        new Segment(Kind.REMOVED, "二百"),
                        new Segment(Kind.ADDED, "二百五十"),
                        new Segment(Kind.SAME, "元罚款"));
    }

    @Test
    @Timeout(10)
    @DisplayName("完全不同的长文也很快")
    void isNotSlowOnStrangers() {
        String a = "甲乙丙丁".repeat(20_000);
        String b = "戊己庚辛".repeat(20_000);
        assertThat(without(TextDifference.between(a, b), Kind.ADDED)).isEqualTo(a);
    }
}
