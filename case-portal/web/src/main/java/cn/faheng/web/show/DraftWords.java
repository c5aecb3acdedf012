package cn.faheng.web.show;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says to lawyers what checks say to machines: which rows lack what, without paths of files and names of the interface. */
final class DraftWords {

    /** {@code （:prove）}, {@code （POST /clauses:draft）}, {@code （backfillReason）}. */
    private static final Pattern INTERFACE_WORDS = Pattern.compile("（(?:[A-Z]+ )?[:/][A-Za-z/:{}.-]+）"
            + "|（(?:statute|source\\.number|backfillReason|requestedBy|effectiveTo|ruleSet|lastDay|waivers)）");

    private static final String UNFINISHED = "草案还不能写成规则集：";
    private static final Pattern FILE =
            Pattern.compile("^rulesets/\\S+?/(ruleset\\.yaml|item\\.yaml|cases\\.csv)(?::\\d+)?: ");
    private static final Pattern ROW_CITES = Pattern.compile("/rows/([^/]+)/cite: must have at least 1 items.*");
    private static final Pattern ROW_SAYS = Pattern.compile("/rows/([^/]+)/says: must be at least 1 characters.*");
    private static final Pattern REQUIRED = Pattern.compile("(\\S*?):? ?required property '([^']+)' not found");
    private static final Pattern EMPTY =
            Pattern.compile("/(?:\\w+/)*(\\w+): must (?:be at least 1 characters|have at least 1 items).*");
    private static final Map<String, String> PARTS = Map.of(
            "source", "没有写明公布的文件",
            "basis", "没有写明依据的条款",
            "authority", "没有写明制定机关",
            "jurisdiction", "没有写明适用地区",
            "effective", "没有写明施行日期",
            "number", "没有写明文号",
            "document", "没有写明文件名称");

    private DraftWords() {}

    static String plain(String sentence) {
        String words = INTERFACE_WORDS.matcher(sentence).replaceAll("");
        int start = words.indexOf(UNFINISHED);
        return start < 0
                ? words
                : words.substring(0, start) + "草案还没有写全：" + unfinished(words.substring(start + UNFINISHED.length()));
    }

    private static String unfinished(String problems) {
        Set<String> cites = new LinkedHashSet<>();
        Set<String> says = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        Map<Pattern, Set<String>> byRow = new LinkedHashMap<>();
        byRow.put(ROW_CITES, cites);
        byRow.put(ROW_SAYS, says);
        for (String problem : problems.replaceAll("。$", "").split("；", -1)) {
            String said = FILE.matcher(problem.strip()).replaceFirst("");
            boolean ofRow = byRow.entrySet().stream().anyMatch(kind -> {
                Matcher row = kind.getKey().matcher(said);
                return row.matches() && kind.getValue().add(row.group(1));
            });
            if (!ofRow) {
                others.add(part(said));
            }
        }
        Set<String> sentences = new LinkedHashSet<>();
        rows(cites, "没有写依据", sentences);
        rows(says, "没有写原文", sentences);
        sentences.addAll(others);
        return sentences.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("；")) + "。";
    }

    private static void rows(Set<String> rows, String lack, Set<String> sentences) {
        if (!rows.isEmpty()) {
            sentences.add(String.join("、", rows) + " 行" + lack);
        }
    }

    private static String part(String said) {
        Matcher required = REQUIRED.matcher(said);
        if (required.matches()) {
            return PARTS.getOrDefault(required.group(2), said);
        }
        Matcher empty = EMPTY.matcher(said);
        return empty.matches() ? PARTS.getOrDefault(empty.group(1), said) : said;
    }
}
