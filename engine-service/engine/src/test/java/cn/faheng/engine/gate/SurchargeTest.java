package cn.faheng.engine.gate;

import static cn.faheng.engine.gate.Story.at;
import static cn.faheng.engine.gate.Story.day;
import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.gate.Surcharge.Part;
import cn.faheng.rules.casefile.Deciding.Change;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Execution.Instalment;
import cn.faheng.rules.casefile.Remedying.Path;
import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("加处罚款（行政处罚法第七十二条第一款第一项、第七十三条第三款）")
class SurchargeTest {

    /** Decided and served on 2026-03-02: the last day to pay is 2026-03-17. */
    private static Story fine(long fen) {
        return Story.of("food").decided("2026-03-02", fen).served("decision", "2026-03-02");
    }

    private static Surcharge asOf(Story story, LocalDate day) {
        return new Surcharges(story.file(), story.law(), story.decision()).asOf(day);
    }

    private static long fen(Story story, String day) {
        return asOf(story, day(day)).surchargeFen();
    }

    @Test
    @DisplayName("自到期次日起每日3%，到期当日没有，不足一分的舍去，最高为罚款数额")
    void threePercentADayUpToTheFine() {
        assertThat(fen(fine(1_000_000), "2026-03-17")).isZero();
        assertThat(fen(fine(1_000_000), "2026-03-18")).isEqualTo(30_000);
        assertThat(fen(fine(1_000_000), "2026-03-27")).isEqualTo(300_000);
        assertThat(fen(fine(99), "2026-03-18")).isEqualTo(2);
        assertThat(fen(fine(99), "2026-03-19")).isEqualTo(5);
        assertThat(fen(fine(1_000_000), "2026-04-19")).isEqualTo(990_000);
        assertThat(asOf(fine(1_000_000), day("2026-04-20")).isCapped()).isTrue();
        assertThat(fen(fine(1_000_000), "2027-04-20")).isEqualTo(1_000_000);
        assertThat(Objects.requireNonNull(
                                asOf(fine(1_000_000), day("2026-03-18")).rate())
                        .id())
                .isEqualTo("DL-048");
        assertThat(asOf(fine(1_000_000), day("2026-03-19")).explanation())
                .isEqualTo("2026-03-18至2026-03-19共2日，以逾期未缴的10000元为基数，每日3%；合计600元。");
    }

    @Test
    @DisplayName("按期缴清没有加处；迟一日缴清加处一日；缴纳一部分之后以余额为基数")
    void payments() {
        assertThat(fen(fine(1_000_000).paid("2026-03-17", 1_000_000), "2026-06-01"))
                .isZero();
        assertThat(fen(fine(1_000_000).paid("2026-03-18", 1_000_000), "2026-06-01"))
                .isEqualTo(30_000);
        Story half = fine(1_000_000).paid("2026-03-19", 500_000);
        assertThat(fen(half, "2026-03-21")).isEqualTo(60_000 + 30_000);
    }

    @Test
    @DisplayName("行政复议、行政诉讼期间不予计算")
    void remedies() {
        Story story = fine(1_000_000).sought(Path.RECONSIDERATION, "2026-03-20", "2026-04-20");
        Surcharge surcharge = asOf(story, day("2026-04-22"));
        assertThat(surcharge.surchargeFen()).isEqualTo(2 * 30_000 + 2 * 30_000);
        assertThat(surcharge.parts()).extracting(Part::paused).containsExactly("", "行政复议", "");
        assertThat(fen(fine(1_000_000).sought(Path.LITIGATION, "2026-03-10", null), "2026-12-01"))
                .isZero();
    }

    @Test
    @DisplayName("批准分期的按每一期的到期日；批准之前已经逾期的照算")
    void instalments() {
        Story story = fine(1_000_000)
                .deferred(
                        "2026-03-10",
                        new Instalment(day("2026-04-30"), 400_000),
                        new Instalment(day("2026-06-30"), 600_000));
        assertThat(fen(story, "2026-04-30")).isZero();
        assertThat(fen(story, "2026-05-02")).isEqualTo(2 * 12_000);
        assertThat(fen(story.paid("2026-05-02", 400_000), "2026-06-30")).isEqualTo(24_000);
        assertThat(fen(story, "2026-07-01")).isEqualTo(24_000 + 18_000);
        Story late = fine(1_000_000).deferred("2026-03-20", new Instalment(day("2026-05-31"), 1_000_000));
        assertThat(fen(late, "2026-05-31")).isEqualTo(2 * 30_000);
    }

    @Test
    @DisplayName("没有送达、决定已撤销的不加处")
    void nothingToAddTo() {
        assertThat(fen(Story.of("food").decided("2026-03-02", 100), "2026-12-01"))
                .isZero();
        Story revoked = fine(100)
                .and(new DecisionChanged("x", at("2026-04-01"), "decision", Change.REVOKED, "市政府", day("2026-04-01")));
        assertThat(fen(revoked, "2026-12-01")).isZero();
    }

    @Property(tries = 200)
    @Label("加处罚款不超过罚款，逐日不减，多缴不会多罚，复议不会多罚")
    void neverMoreThanTheFine(
            @ForAll @LongRange(min = 1, max = 500_000_000L) long fine,
            @ForAll @IntRange(max = 120) int days,
            @ForAll @LongRange(max = 500_000_000L) long part,
            @ForAll @IntRange(max = 60) int paidAfter,
            @ForAll @IntRange(max = 30) int pending) {
        LocalDate due = day("2026-03-17");
        LocalDate asked = due.plusDays(days);
        long plain = asOf(fine(fine), asked).surchargeFen();
        assertThat(plain).isBetween(0L, fine);
        assertThat(asOf(fine(fine), asked.plusDays(1)).surchargeFen()).isGreaterThanOrEqualTo(plain);
        Story paying = fine(fine).paid(due.plusDays(paidAfter).toString(), Math.min(part, fine));
        assertThat(asOf(paying, asked).surchargeFen()).isLessThanOrEqualTo(plain);
        LocalDate sought = due.plusDays(paidAfter);
        Story remedy = fine(fine)
                .sought(
                        Path.RECONSIDERATION,
                        sought.toString(),
                        sought.plusDays(pending).toString());
        assertThat(asOf(remedy, asked).surchargeFen()).isLessThanOrEqualTo(plain);
    }
}
