package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Command line: {@code CheckRuleSets <folder with rulesets/ and law/> [prefix of ids]} runs the gate and prints what it finds. */
public final class CheckRuleSets {

    private CheckRuleSets() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println(
                    "Name the folder that holds rulesets/ and law/; behind it, if wanted, the beginning of the ids.");
            System.exit(2);
        }
        String prefix = arguments.length > 1 ? arguments[1] : "";
        int found = 0;
        int checked = 0;
        try {
            RuleBase base = RuleBase.read(new Below(ResourceTree.folder(Path.of(arguments[0])), prefix));
            RuleSetGate gate = new RuleSetGate();
            for (RuleSet ruleSet : base.catalogue().ruleSets()) {
                if (ruleSet.ref().id().path().startsWith(prefix)) {
                    List<GateFinding> findings = gate.check(ruleSet);
                    findings.forEach(out::println);
                    found += findings.size();
                    checked++;
                }
            }
        } catch (FormatException e) {
            e.problems().stream()
                    .filter(problem -> problem.file().contains(prefix))
                    .forEach(out::println);
            found += e.problems().size();
        }
        out.println(checked + " rule sets checked, " + found + " findings");
        System.exit(found == 0 ? 0 : 1);
    }

    /** The part of a rule base below a prefix, with all of the law; so that one department's folder can be checked alone. */
    private record Below(ResourceTree whole, String prefix) implements ResourceTree {
        @Override
        public NavigableSet<String> paths() {
            NavigableSet<String> paths = new TreeSet<>(whole.paths());
            paths.removeIf(path -> !path.startsWith("law/") && !inside(path));
            return paths;
        }

        private boolean inside(String path) {
            return prefix.isEmpty()
                    || path.startsWith("rulesets/" + prefix)
                    || (path.endsWith("/item.yaml")
                            && ("rulesets/" + prefix).startsWith(path.replace("item.yaml", "")));
        }

        @Override
        public String text(String path) {
            return whole.text(path);
        }
    }
}
