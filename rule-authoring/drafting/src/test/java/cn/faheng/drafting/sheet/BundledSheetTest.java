package cn.faheng.drafting.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.proof.CaseTable;
import cn.faheng.engine.proof.GateFinding;
import cn.faheng.engine.proof.RuleSetGate;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随版本发布的全部规则集读成表格、写回文件后不变")
class BundledSheetTest {

    /** The stock analysis takes most of the time; the rest of the gate is the same for every rule set. */
    private static final int EVERY = 8;

    @Test
    @DisplayName("事实、行、依据和每个案例的结果都相同")
    void roundTrip() {
        int cases = 0;
        int sets = 0;
        for (RuleSet ruleSet : Sheets.BASE.catalogue().ruleSets()) {
            String name = ruleSet.ref().toString();
            Sheet sheet = Sheets.bundled(ruleSet);
            RuleSet written = SheetWriter.toRuleSet(ruleSet.ref(), sheet, ruleSet.cases());
            assertThat(written)
                    .as(name)
                    .usingRecursiveComparison()
                    .ignoringFields("dmn", "contentHash")
                    .isEqualTo(ruleSet);
            assertThat(Sheets.bundled(written)).as(name).isEqualTo(sheet);
            CompiledRuleSet before = new CompiledRuleSet(ruleSet);
            CompiledRuleSet after = new CompiledRuleSet(written);
            assertThat(after.tables()).as(name).isEqualTo(before.tables());
            assertThat(after.inputs()).as(name).isEqualTo(before.inputs());
            for (CaseTable.RuleCase one : CaseTable.read(ruleSet).cases()) {
                assertThat(after.evaluate(one.facts()))
                        .as(name + " " + one.id())
                        .isEqualTo(before.evaluate(one.facts()));
                cases++;
            }
            sets++;
        }
        assertThat(sets).isGreaterThanOrEqualTo(434);
        assertThat(cases).isGreaterThan(4000);
    }

    @Test
    @DisplayName("写回的规则集通过与发布时相同的检查（通用规则、权重表全部，其余每八个取一个）")
    void gate() {
        List<GateFinding> findings = new ArrayList<>();
        RuleSetGate gate = new RuleSetGate();
        int number = 0;
        for (RuleSet ruleSet : Sheets.BASE.catalogue().ruleSets()) {
            boolean special =
                    ruleSet.kind() == RuleSet.Kind.GENERAL || ruleSet.form().equals("weights");
            if (special || number++ % EVERY == 0) {
                Sheet sheet = Sheets.bundled(ruleSet);
                findings.addAll(gate.check(SheetWriter.toRuleSet(ruleSet.ref(), sheet, ruleSet.cases())));
            }
        }
        assertThat(findings).isEmpty();
    }
}
