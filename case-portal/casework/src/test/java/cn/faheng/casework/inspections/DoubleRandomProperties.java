package cn.faheng.casework.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("双随机抽取")
class DoubleRandomProperties {

    private static byte[] seed(long n) {
        return Sha256.of(("test seed " + n).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 100)
    @Label("名单的先后次序不影响散列和结果")
    void orderOfTheListsDoesNotMatter(@ForAll @IntRange(min = 10, max = 60) int objects, @ForAll long n) {
        Candidates lists = Lists.of(objects, 8, 2, 2, Lists.recusals(objects, 8, new Random(n)));
        List<Candidates.Candidate> shuffled = new ArrayList<>(lists.objects());
        List<Candidates.Inspector> staff = new ArrayList<>(lists.inspectors());
        List<Candidates.Recused> recused = new ArrayList<>(lists.recused());
        Collections.shuffle(shuffled, new Random(n));
        Collections.shuffle(staff, new Random(n));
        Collections.shuffle(recused, new Random(n));
        Candidates other = new Candidates(shuffled, staff, recused, List.of(), lists.quotas(), 2, "370811-01");

        assertThat(other.hash()).isEqualTo(lists.hash());
        assertThat(DoubleRandom.draw(other, seed(n))).isEqualTo(DoubleRandom.draw(lists, seed(n)));
    }

    @Property(tries = 100)
    @Label("改动任何一个候选人，散列就不同")
    void anyChangeOfACandidateChangesTheHash(
            @ForAll @IntRange(max = 29) int which, @ForAll @IntRange(max = 3) int what) {
        Candidates lists = Lists.of(30, 6, 2, 2);
        List<Candidates.Candidate> changed = new ArrayList<>(lists.objects());
        Candidates.Candidate old = changed.get(which);
        changed.set(
                which,
                switch (what) {
                    case 0 -> new Candidates.Candidate(old.id() + "x", old.name(), old.region(), old.riskClass());
                    case 1 -> new Candidates.Candidate(old.id(), old.name() + "分店", old.region(), old.riskClass());
                    case 2 -> new Candidates.Candidate(old.id(), old.name(), "370812", old.riskClass());
                    default ->
                        new Candidates.Candidate(
                                old.id(),
                                old.name(),
                                old.region(),
                                old.riskClass() == RiskClass.A ? RiskClass.B : RiskClass.A);
                });
        Candidates other =
                new Candidates(changed, lists.inspectors(), lists.recused(), List.of(), lists.quotas(), 2, "370811-01");

        assertThat(other.hash()).isNotEqualTo(lists.hash());
    }

    @Property(tries = 100)
    @Label("应当回避的不派，不少于两人，至少一人是本机关的，没有重复")
    void recusalIsRespectedAndTwoAreSent(
            @ForAll @IntRange(min = 10, max = 60) int objects,
            @ForAll @IntRange(min = 6, max = 12) int inspectors,
            @ForAll @IntRange(min = 2, max = 3) int each,
            @ForAll long n) {
        Candidates lists = Lists.of(objects, inspectors, 2, each, Lists.recusals(objects, inspectors, new Random(n)));
        Map<String, String> bodies = new HashMap<>();
        lists.inspectors().forEach(inspector -> bodies.put(inspector.id(), inspector.body()));
        Set<String> away = new HashSet<>();
        lists.recused().forEach(r -> away.add(r.inspector() + "@" + r.object()));

        DrawOutcome outcome = DoubleRandom.draw(lists, seed(n));

        assertThat(outcome.drawn()).hasSize(10);
        assertThat(outcome.drawn().stream().map(DrawOutcome.Drawn::object)).doesNotHaveDuplicates();
        assertThat(outcome.drawn()).allSatisfy(drawn -> {
            assertThat(drawn.inspectors()).hasSize(each).doesNotHaveDuplicates();
            assertThat(drawn.inspectors()).noneMatch(inspector -> away.contains(inspector + "@" + drawn.object()));
            assertThat(bodies.get(drawn.inspectors().get(0))).isEqualTo("370811-01");
        });
    }

    @Property(tries = 60)
    @Label("没有回避时，同一机关的检查人员任务数最多相差一件")
    void loadIsBalanced(@ForAll long n) {
        Candidates lists = Lists.of(100, 8, 10, 2);
        Candidates oneBody = new Candidates(
                lists.objects(),
                lists.inspectors().stream()
                        .map(i -> new Candidates.Inspector(i.id(), i.name(), i.certificate(), "370811-01"))
                        .toList(),
                List.of(),
                List.of(),
                lists.quotas(),
                2,
                "370811-01");
        Map<String, Integer> load = new HashMap<>();
        oneBody.inspectors().forEach(i -> load.put(i.id(), 0));
        DoubleRandom.draw(oneBody, seed(n)).drawn().forEach(d -> d.inspectors()
                .forEach(i -> load.merge(i, 1, Integer::sum)));

        assertThat(Collections.max(load.values()) - Collections.min(load.values()))
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 60)
    @Label("外人照文档另写的程序得到同样的种子和结果")
    void aStrangerGetsTheSameResult(
            @ForAll @IntRange(min = 10, max = 70) int objects,
            @ForAll @IntRange(min = 6, max = 11) int inspectors,
            @ForAll long n) {
        Candidates lists = Lists.of(objects, inspectors, 2, 3, Lists.recusals(objects, inspectors, new Random(n)));
        DrawProof proof = Proofs.of(lists, "secret of sixteen " + n, "2026135期 03 08 15 22 27 31 + 09");
        Stranger stranger = new Stranger(proof.json());

        assertThat(stranger.candidatesHash()).isEqualTo(proof.candidatesHash());
        assertThat(stranger.commitment(proof.first())).isEqualTo(proof.firstCommitment());
        assertThat(stranger.seed()).isEqualTo(proof.seed());
        assertThat(stranger.outcome()).isEqualTo(proof.outcome().canonical());
        assertThat(DrawVerifier.verify(proof.json()).holds()).isTrue();
    }
}
