package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a publication are, by their places.
 *
 * @param versions the versions of rule sets
 * @param items paths of item files
 * @param laws paths of law files
 * @param problems files that have no business in a publication
 */
record PublicationContents(
        Set<RuleSetRef> versions, Set<String> items, Set<String> laws, List<FormatProblem> problems) {

    private static final Pattern VERSION = Pattern.compile(
            "rulesets/(common/[^/]+|[^/]+/[^/]+/[^/]+)/(\\d{4}-\\d{2}-\\d{2})/(ruleset\\.yaml|discretion\\.dmn|cases\\.csv|notes\\.md)");
    private static final Pattern ITEM = Pattern.compile("rulesets/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/item\\.yaml");
    private static final Pattern LAW = Pattern.compile("law/[^/]+@(\\d{4}-\\d{2}-\\d{2})\\.yaml");
    private static final int LONGEST = 16 * 1024 * 1024;

    static PublicationContents of(Map<String, String> files) {
        Set<RuleSetRef> versions = new LinkedHashSet<>();
        Set<String> items = new TreeSet<>();
        Set<String> laws = new TreeSet<>();
        List<FormatProblem> problems = new ArrayList<>();
        files.forEach((path, text) -> {
            Matcher version = VERSION.matcher(path);
            Matcher law = LAW.matcher(path);
            try {
                if (version.matches()) {
                    versions.add(new RuleSetRef(new RuleSetId(version.group(1)), LocalDate.parse(version.group(2))));
                } else if (ITEM.matcher(path).matches()) {
                    items.add(path);
                } else if (law.matches()) {
                    LocalDate.parse(law.group(1));
                    laws.add(path);
                } else {
                    problems.add(new FormatProblem(
                            path, 0, "不属于公布的内容：可以公布规则集的四个文件、新事项的 item.yaml 和 law/ 下的法律文本；终止另写在 endings 中。"));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                problems.add(new FormatProblem(path, 0, "路径中的标识或者日期不成立：" + e.getMessage()));
            }
            if (text.indexOf(0) >= 0 || text.length() > LONGEST) {
                problems.add(new FormatProblem(path, 0, "含有空字符，或者超过16兆字符，无法保存。"));
            }
        });
        return new PublicationContents(versions, items, laws, problems);
    }

    /** Folders of the items and hooks that a version or an ending concerns; what stands beside it there matters to it. */
    static String neighbourhood(RuleSetRef ref) {
        String path = ref.id().path();
        return "rulesets/" + (path.startsWith("common/") ? path : path.substring(0, path.lastIndexOf('/'))) + "/";
    }
}
