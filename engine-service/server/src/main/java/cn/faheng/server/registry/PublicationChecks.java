package cn.faheng.server.registry;

import cn.faheng.engine.proof.RuleSetGate;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.format.RuleSetReader;
import cn.faheng.server.registry.NewPublication.Ending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a publication, repeal or withdrawal has to satisfy before it is stored; every reason against it is told at once. */
final class PublicationChecks {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SAME_DAY = Pattern.compile("(\\S+) and (\\S+) are in force on the same day");

    private final RuleBases ruleBases;

    PublicationChecks(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
    }

    /** What can be judged without the rule base: people, days, places of files. */
    PublicationContents contents(NewPublication asked) {
        List<FormatProblem> problems =
                new ArrayList<>(peopleProblems(asked.authoredBy(), asked.approvedBy(), asked.reason()));
        PublicationContents contents = PublicationContents.of(asked.files());
        problems.addAll(contents.problems());
        if (asked.files().isEmpty() && asked.endings().isEmpty()) {
            problems.add(problem("没有内容：既没有文件，也没有终止任何版本。"));
        }
        LocalDate visible = asked.visibleFrom();
        LocalDate today = ruleBases.today();
        if (visible != null && visible.isBefore(today)) {
            problems.add(problem("公布日期 " + visible + " 已经过去，今天是 " + today + "。请留空（立即公布）或者填写今天以后的日期；"
                    + "规则集自何日起施行，写在它的 effective.from 中，可以早于公布日期。"));
        }
        try {
            JSON.readTree(asked.proofReport());
        } catch (JacksonException e) {
            problems.add(problem("证明报告不是一份 JSON 文档：" + e.getOriginalMessage()));
        }
        refuse(problems);
        return contents;
    }

    void people(String authoredBy, String approvedBy, String reason) {
        refuse(peopleProblems(authoredBy, approvedBy, reason));
    }

    private static List<FormatProblem> peopleProblems(String authoredBy, String approvedBy, String reason) {
        List<FormatProblem> problems = new ArrayList<>();
        if (authoredBy.isBlank() || approvedBy.isBlank()) {
            problems.add(problem("缺少起草人或者批准人。"));
        } else if (authoredBy.strip().equalsIgnoreCase(approvedBy.strip())) {
            problems.add(problem("起草人和批准人是同一人（" + authoredBy.strip() + "）；请由另一人批准。"));
        }
        if (reason.isBlank()) {
            problems.add(problem("缺少理由。"));
        }
        return problems;
    }

    /** The files to store: those that are new, and those that end versions. */
    NavigableMap<String, StoredFile> files(
            NewPublication asked, PublicationContents contents, PublicationLog log, LocalDate visible) {
        FileTree held = ruleBases.files(log, LocalDate.MAX);
        NavigableMap<String, StoredFile> files = new TreeMap<>();
        List<FormatProblem> problems = new ArrayList<>();
        for (RuleSetRef ref : contents.versions()) {
            String folder = RuleSetReader.folder(ref);
            if (held.file(folder + "ruleset.yaml").isPresent()) {
                problems.add(new FormatProblem(folder, 0, republished(ref, asked, held, log)));
            }
        }
        asked.files().forEach((path, text) -> {
            StoredFile file = StoredFile.of(text);
            Optional<StoredFile> known = held.file(path);
            if (known.isPresent()
                    && contents.items().contains(path)
                    && !known.get().equals(file)) {
                problems.add(new FormatProblem(path, 0, "事项已经存在，内容与这里的不同；公布规则集时不能改动事项，请删去这个文件。"));
            }
            if (known.isPresent() && contents.laws().contains(path)) {
                problems.addAll(LawOverlay.problems(path, known.get().text(), text));
            }
            if (known.isEmpty() || !known.get().equals(file)) {
                files.put(path, file);
            }
        });
        refuse(problems);
        files.putAll(endings(asked.endings(), log, visible));
        if (files.isEmpty()) {
            refuse(List.of(problem("没有新内容：这些文件都已经在规则库中。")));
        }
        return files;
    }

    private static String republished(RuleSetRef ref, NewPublication asked, FileTree held, PublicationLog log) {
        String folder = RuleSetReader.folder(ref);
        boolean same = asked.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder))
                .allMatch(file -> held.file(file.getKey())
                        .map(StoredFile::text)
                        .filter(file.getValue()::equals)
                        .isPresent());
        String where = log.newestTouching(Set.of(folder + "ruleset.yaml"))
                .map(p -> "第 " + p.sequence() + " 号公布")
                .orElse("本次发行的规则库");
        return same
                ? ref + " 已经在" + where + "中，内容相同，不需要再公布。"
                : ref + " 已经在" + where + "中，公布的版本不能改写。内容变了就定新的施行日作为新版本；公布错了就先撤回那一号公布。";
    }

    /** The files that end versions. */
    NavigableMap<String, StoredFile> endings(List<Ending> endings, PublicationLog log, LocalDate visible) {
        NavigableMap<String, StoredFile> files = new TreeMap<>();
        if (endings.isEmpty()) {
            return files;
        }
        List<FormatProblem> problems = new ArrayList<>();
        RuleBase base = readable(log, visible);
        for (Ending ending : endings) {
            String path = cn.faheng.rules.format.Ending.path(ending.ruleSet());
            Optional<RuleSet> version = base.catalogue().ruleSet(ending.ruleSet());
            String wrong = version.isEmpty()
                    ? "规则库中没有 " + ending.ruleSet() + "，无从终止。"
                    : endingProblem(version.get(), ending.lastDay());
            if (wrong != null) {
                problems.add(new FormatProblem(path, 0, wrong));
            } else if (ending.by().isBlank() || ending.reason().isBlank()) {
                problems.add(new FormatProblem(path, 0, "终止 " + ending.ruleSet() + " 要写明依据和理由。"));
            }
            String yaml = new cn.faheng.rules.format.Ending(ending.lastDay(), ending.by(), ending.reason()).yaml();
            if (files.put(path, StoredFile.of(yaml)) != null) {
                problems.add(new FormatProblem(path, 0, ending.ruleSet() + " 的终止写了两次。"));
            }
        }
        refuse(problems);
        return files;
    }

    private static @Nullable String endingProblem(RuleSet version, LocalDate lastDay) {
        LocalDate from = version.effective().from();
        LocalDate to = version.effective().to();
        if (lastDay.isBefore(from)) {
            return version.ref() + " 自 " + from + " 起施行，不能在此之前的 " + lastDay + " 终止；从来不应当施行的版本，请撤回它的公布。";
        }
        if (to != null && !lastDay.isBefore(to)) {
            return version.ref() + " 已经写明施行至 " + to + "，终止只能提前，" + (lastDay.equals(to) ? "不需要再写。" : "不能延长。");
        }
        return null;
    }

    /** A repeal looks forward; only a document can say that a version ended earlier. */
    void lastDay(NewRepeal asked) {
        LocalDate yesterday = ruleBases.today().minusDays(1);
        boolean documented = asked.document() != null && !asked.document().isBlank();
        if (asked.lastDay().isBefore(yesterday) && !documented) {
            refuse(List.of(new FormatProblem(
                    cn.faheng.rules.format.Ending.path(asked.ruleSet()),
                    0,
                    "最后施行日 " + asked.lastDay() + " 已经过去；废止自今天起生效，最后施行日最早是昨天（" + yesterday
                            + "）。有权机关确已更早废止的，请写明废止它的文件；从来不应当施行的，请撤回它的公布。")));
        }
    }

    /** The rule base on {@code day}; every later day on which something becomes visible has to be readable too. */
    RuleBase readable(PublicationLog log, LocalDate day) {
        Set<FormatProblem> problems = new LinkedHashSet<>();
        RuleBase asked = null;
        Set<LocalDate> days = new TreeSet<>(log.turningDays(ruleBases.today()));
        days.add(day);
        for (LocalDate one : days) {
            try {
                RuleBase base = ruleBases.readAside(ruleBases.files(log, one));
                problems.addAll(withoutStatute(base));
                if (one.equals(day)) {
                    asked = base;
                }
            } catch (FormatException e) {
                e.problems().forEach(p -> problems.add(inChinese(p)));
            }
        }
        if (asked == null || !problems.isEmpty()) {
            throw new RefusedPublicationException(List.copyOf(problems));
        }
        return asked;
    }

    private static List<FormatProblem> withoutStatute(RuleBase base) {
        return base.catalogue().items().stream()
                .filter(item -> base.catalogue().statutes(item.code()).isEmpty())
                .map(item -> new FormatProblem(
                        "rulesets/" + item.field() + "/" + item.code() + "/item.yaml",
                        0,
                        "事项 " + item.code() + " 没有法定处罚规则集（statute）；裁量基准不能没有所细化的法律，请一并公布。"))
                .toList();
    }

    private static FormatProblem inChinese(FormatProblem problem) {
        Matcher sameDay = SAME_DAY.matcher(problem.reason());
        return sameDay.matches()
                ? new FormatProblem(
                        "rulesets/" + sameDay.group(2).replace('@', '/'),
                        0,
                        sameDay.group(1) + " 和 " + sameDay.group(2) + " 在同一天施行；请写明前一版本的最后施行日（终止）。")
                : problem;
    }

    /** The engine has to be able to work with every new version. */
    void runnable(List<RuleSet> added) {
        refuse(added.stream()
                .flatMap(ruleSet -> RuleSetGate.runnable(ruleSet).stream())
                .map(finding -> new FormatProblem(
                        RuleSetReader.folder(finding.ruleSet()) + "discretion.dmn",
                        0,
                        finding.where() + ": " + finding.reason()))
                .toList());
    }

    Publication withdrawable(long sequence, PublicationLog log) {
        Map<Long, Publication> events = new TreeMap<>();
        log.events().forEach(e -> events.put(e.sequence(), e.publication()));
        Publication target = events.get(sequence);
        if (target == null) {
            throw new RefusedPublicationException(List.of(problem("没有第 " + sequence + " 号公布。")));
        }
        if (target.kind() == Publication.Kind.WITHDRAW) {
            throw new RefusedPublicationException(List.of(problem("第 " + sequence + " 号本身是撤回，不能再撤回；要恢复，请重新公布。")));
        }
        if (log.standing().stream().noneMatch(e -> e.sequence() == sequence)) {
            throw new RefusedPublicationException(List.of(problem("第 " + sequence + " 号已经撤回。")));
        }
        return target;
    }

    /** Without what is withdrawn the rest still has to be a rule base. */
    void readableWithout(Publication target, PublicationLog log) {
        try {
            readable(log, ruleBases.today());
        } catch (RefusedPublicationException e) {
            List<FormatProblem> problems = new ArrayList<>();
            problems.add(problem("第 " + target.sequence() + " 号" + Staleness.kind(target.kind())
                    + "不能单独撤回：没有它，规则库就不成立，请先撤回依赖它的公布" + resting(target, log) + "。"));
            problems.addAll(e.problems());
            throw new RefusedPublicationException(problems);
        }
    }

    /** The numbers of later events that concern the same items, the newest first. */
    private static String resting(Publication target, PublicationLog log) {
        Set<String> folders = new LinkedHashSet<>();
        target.versions().forEach(v -> folders.add(PublicationContents.neighbourhood(v.ruleSet())));
        String numbers = log.standing().stream()
                .filter(e -> e.sequence() > target.sequence())
                .filter(e -> e.files().keySet().stream()
                        .anyMatch(path -> folders.stream().anyMatch(path::startsWith)))
                .map(e -> "第 " + e.sequence() + " 号")
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining("、"));
        return numbers.isEmpty() ? "" : "（涉及同一事项的有" + numbers + "）";
    }

    private static FormatProblem problem(String reason) {
        return new FormatProblem("", 0, reason);
    }

    private static void refuse(List<FormatProblem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedPublicationException(problems);
        }
    }
}
