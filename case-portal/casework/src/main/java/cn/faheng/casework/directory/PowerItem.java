package cn.faheng.casework.directory;

import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement item (事项): something a body may do to a counterpart.
 *
 * @param kind inspection, penalty or coercion
 * @param code unique code; of a penalty item the rule base knows, the code that it has there
 * @param nationalCode code in the national list (国家事项目录编码), or null where none is known
 * @param name in the law's words
 * @param levels levels at which the power is held
 * @param field field of enforcement
 * @param violated provisions that the counterpart must have violated; empty for inspections
 * @param basis provisions that give the power: of a penalty item the penalty provisions
 * @param procedure procedures it may take
 * @param ruleItem code of the item of the rule base with which it computes, or null
 * @param templates codes of the document templates it uses
 * @param effective the days on which the power exists
 */
public record PowerItem(
        Kind kind,
        String code,
        @Nullable String nationalCode,
        String name,
        List<Body.Level> levels,
        String field,
        List<Citation.OfProvision> violated,
        List<Citation.OfProvision> basis,
        List<Procedure> procedure,
        @Nullable String ruleItem,
        List<String> templates,
        EffectivePeriod effective) {

    public PowerItem {
        levels = List.copyOf(levels);
        violated = List.copyOf(violated);
        basis = List.copyOf(basis);
        procedure = List.copyOf(procedure);
        templates = List.copyOf(templates);
    }

    /** What is done. */
    public enum Kind {
        INSPECTION("行政检查"),
        PENALTY("行政处罚"),
        COERCION("行政强制");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        boolean mayTake(Procedure procedure) {
            return switch (this) {
                case INSPECTION -> procedure == Procedure.INSPECTION;
                case PENALTY -> procedure == Procedure.SUMMARY || procedure == Procedure.ORDINARY;
                case COERCION -> procedure == Procedure.COERCIVE_MEASURE || procedure == Procedure.COERCIVE_EXECUTION;
            };
        }
    }

    /** How it may be done. */
    public enum Procedure {
        SUMMARY("简易程序"),
        ORDINARY("普通程序"),
        INSPECTION("检查程序"),
        COERCIVE_MEASURE("强制措施程序"),
        COERCIVE_EXECUTION("强制执行程序");

        private final String chinese;

        Procedure(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
