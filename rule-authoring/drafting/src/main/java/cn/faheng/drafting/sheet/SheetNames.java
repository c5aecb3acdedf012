package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sheet's names, ids and tables can stand in a model; what cannot is refused by name. */
final class SheetNames {

    private static final Pattern ROW_ID = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}._-]*");

    private SheetNames() {}

    static void check(Sheet sheet) {
        Set<String> names = new HashSet<>();
        for (SheetFact fact : sheet.facts()) {
            name("事实", fact.name());
            unique(names.add(fact.name()), "事实", fact.name());
        }
        for (SheetDecision decision : sheet.decisions()) {
            name("决策", decision.name());
            unique(names.add(decision.name()), "决策", decision.name());
        }
        Set<String> ids = new HashSet<>();
        for (SheetDecision decision : sheet.decisions()) {
            for (String input : decision.inputs()) {
                require(
                        names.contains(input) && !input.equals(decision.name()),
                        "决策“" + decision.name() + "”的条件列“" + input + "”既不是事实，也不是别的决策。请先增加这个问题，或者删去这一列。");
            }
            table(decision, ids);
        }
    }

    private static void table(SheetDecision decision, Set<String> ids) {
        if (decision.form() != SheetDecision.Form.TABLE) {
            return;
        }
        require(!decision.outputs().isEmpty(), "决策“" + decision.name() + "”的表没有结果列");
        require(
                decision.outputs().size() == 1 || !decision.outputs().contains(""),
                "决策“" + decision.name() + "”有几个结果列，每列都要有名称");
        for (SheetRow row : decision.rows()) {
            require(ROW_ID.matcher(row.id()).matches(), "行号“" + row.id() + "”不能使用：行号以字母或者汉字开头，只含字母、汉字、数字、点、下划线和连字符。");
            unique(ids.add(row.id()), "行号", row.id());
            require(
                    row.cells().size() == decision.inputs().size()
                            && row.outputs().size() == decision.outputs().size(),
                    "第" + row.id() + "行的格数与表“" + decision.name() + "”的列数不符");
        }
    }

    /** Refuses a name that FEEL cannot hold. */
    private static void name(String what, String name) {
        String reason = FeelNames.problem(name);
        require(reason.isEmpty(), what + "“" + name + "”不能作为模型中的名称：" + reason + "。请改用意思相同、写法允许的名称。");
    }

    private static void unique(boolean first, String what, String name) {
        require(first, what + "“" + name + "”重复，每个名称只能用一次");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
