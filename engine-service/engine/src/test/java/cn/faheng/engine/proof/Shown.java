package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Finding;
import java.util.Objects;

/** The counter-examples that findings have to carry. */
final class Shown {

    private Shown() {}

    /** The counter-example of a finding; a finding without one fails the test. */
    static CounterExample example(Finding finding) {
        assertThat(finding.example()).as("counter-example of %s", finding).isNotNull();
        return Objects.requireNonNull(finding.example());
    }

    /** The fact of this name in a counter-example. */
    static Object fact(Finding finding, String name) {
        return Objects.requireNonNull(example(finding).facts().get(name), name);
    }
}
