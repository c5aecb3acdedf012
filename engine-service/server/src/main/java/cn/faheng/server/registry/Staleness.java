package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether what a draft was made and proved on is still what it is published into. */
final class Staleness {

    private final RuleBases ruleBases;
    private final PublicationStore store;

    Staleness(RuleBases ruleBases, PublicationStore store) {
        this.ruleBases = ruleBases;
        this.store = store;
    }

    /**
     * Refuses a draft when a version of the same items or hooks, a law file it replaces, or the words of a provision it cites are
     * not what they were.
     *
     * @param base what it was made on
     * @param refs the versions it brings and ends
     * @param laws the law files it brings
     * @param log all events
     * @throws StalePublicationException with the newer event
     */
    void check(Base base, Set<RuleSetRef> refs, Set<String> laws, PublicationLog log) {
        FileTree then = ruleBases
                .filesOf(base.hash())
                .orElseThrow(() -> new StalePublicationException(
                        "草案所依据的规则库状态 " + base.hash() + " 不在本库，请在现行规则库上重新比对、证明和批准。", null, List.of()));
        FileTree now = ruleBases.files(log, ruleBases.today());
        Set<String> changed = new TreeSet<>();
        for (RuleSetRef ref : refs) {
            String folder = PublicationContents.neighbourhood(ref);
            changed.addAll(changedBelow(folder, then, now));
            changed.addAll(pendingBelow(folder, base, log));
        }
        for (String law : laws) {
            if (!then.file(law).equals(now.file(law))) {
                changed.add(law);
            }
            changed.addAll(pendingBelow(law, base, log));
        }
        refuse(changed, log);
    }

    /**
     * Refuses a draft when the words of a provision it cites, or the days on which they are in force, are not what they were.
     *
     * @throws StalePublicationException with the newer event
     */
    void checkLaw(Base base, Stream<RuleSet> drafted, LawLibrary now, PublicationLog log) {
        LawLibrary then = ruleBases.state(base.hash()).orElseThrow().law();
        Set<String> changed = new TreeSet<>();
        drafted.flatMap(ruleSet -> Stream.concat(
                        ruleSet.basis().stream().map(RuleSet.Basis::citation),
                        ruleSet.rows().values().stream().flatMap(row -> row.citations().stream())))
                .filter(Citation.OfProvision.class::isInstance)
                .map(Citation.OfProvision.class::cast)
                .distinct()
                .filter(cited -> then.words(cited).isPresent())
                .filter(cited -> !then.words(cited).equals(now.words(cited))
                        || !Objects.equals(lastDay(then, cited), lastDay(now, cited)))
                .forEach(cited -> changed.add("law/" + cited.law() + "@" + cited.version() + ".yaml"));
        refuse(changed, log);
    }

    private static Optional<LocalDate> lastDay(LawLibrary law, Citation.OfProvision cited) {
        return law.version(cited.law(), cited.version())
                .flatMap(v -> Optional.ofNullable(v.effective().to()));
    }

    private static Set<String> changedBelow(String folder, FileTree then, FileTree now) {
        Set<String> paths = new TreeSet<>(below(folder, then));
        paths.addAll(below(folder, now));
        paths.removeIf(path -> then.file(path).equals(now.file(path)));
        return paths;
    }

    private static Set<String> below(String folder, FileTree tree) {
        return tree.files()
                .subMap(folder, true, folder + Character.MAX_VALUE, false)
                .navigableKeySet();
    }

    /** Files of events that came since and are not visible yet. */
    private Set<String> pendingBelow(String prefix, Base base, PublicationLog log) {
        Set<String> paths = new TreeSet<>();
        log.standing().stream()
                .filter(e -> e.sequence() > base.sequence())
                .filter(e -> e.publication().visibleFrom().isAfter(ruleBases.today()))
                .forEach(e -> e.files().keySet().stream()
                        .filter(path -> path.startsWith(prefix))
                        .forEach(paths::add));
        return paths;
    }

    private void refuse(Set<String> changed, PublicationLog log) {
        if (changed.isEmpty()) {
            return;
        }
        Optional<Publication> newer = log.newestTouching(changed).flatMap(p -> store.find(p.sequence()));
        String by = newer.map(p ->
                        "第 " + p.sequence() + " 号" + kind(p.kind()) + "（" + p.approvedBy() + " 批准，" + p.reason() + "）")
                .orElse("本次发行的规则库");
        throw new StalePublicationException(
                "草案作出之后，它所依据的内容已被" + by + "改变：" + String.join("、", changed) + "。草案仍然保留，请与现行版本比对后重新证明、批准。",
                newer.orElse(null),
                List.copyOf(changed));
    }

    static String kind(Publication.Kind kind) {
        return switch (kind) {
            case PUBLISH -> "公布";
            case REPEAL -> "废止";
            case WITHDRAW -> "撤回";
        };
    }
}
