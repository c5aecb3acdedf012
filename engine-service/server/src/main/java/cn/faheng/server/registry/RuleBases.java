package cn.faheng.server.registry;

import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.format.RuleBaseReader;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rule bases: the current one, which follows the publications, and earlier ones from the store, so that a receipt is computed
 * again on the very files on which it was computed first. Thread-safe.
 */
public final class RuleBases {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBases.class);
    private static final int EARLIER_KEPT = 4;

    private final FileTree root;
    private final String rootHash;
    private final RuleBaseStore store;
    private final PublicationStore publications;
    private final Clock clock;
    private final RuleBaseReader reader = new RuleBaseReader();
    private final Map<String, RuleBaseState> earlier = new LinkedHashMap<>();
    private final List<Consumer<RuleBaseState>> followers = new CopyOnWriteArrayList<>();

    private volatile Current current;

    /**
     * What answers now.
     *
     * @param state the state
     * @param log the events as far as they were seen
     * @param day the day for which they were seen
     * @param failure why the events seen last could not be followed, or null
     */
    private record Current(RuleBaseState state, PublicationLog log, LocalDate day, @Nullable String failure) {}

    RuleBases(ResourceTree tree, RuleBaseStore store, PublicationStore publications, Clock clock) {
        this.root = FileTree.of(tree);
        this.rootHash = root.hash();
        this.store = store;
        this.publications = publications;
        this.clock = clock;
        store.keep(rootHash, root);
        this.current = start();
    }

    /** What cannot be read is not answered with; instead the bundled state before this one, or fewer events, is. */
    private Current start() {
        PublicationLog log = new PublicationLog(publications.after(0));
        LocalDate today = today();
        try {
            return new Current(read(log, today, new ModelRegistry()), log, today, null);
        } catch (FormatException | IllegalArgumentException | DateTimeException e) {
            RuleBaseState instead =
                    beforeRelease(log, today).or(() -> beforeEvents(log, today)).orElseThrow(() -> e);
            LOG.error("规则库读不出来，改用状态 {}：\n{}", instead.hash(), e.getMessage());
            return new Current(instead, log, today, String.valueOf(e.getMessage()));
        }
    }

    private Optional<RuleBaseState> beforeRelease(PublicationLog log, LocalDate today) {
        return store.rootBefore(rootHash).flatMap(before -> store.find(before, log)
                .flatMap(files -> attempt(() -> read(before, files, log, today, new ModelRegistry()))));
    }

    private Optional<RuleBaseState> beforeEvents(PublicationLog log, LocalDate today) {
        for (int i = log.events().size() - 1; i >= 0; i--) {
            PublicationLog fewer = new PublicationLog(log.events().subList(0, i));
            Optional<RuleBaseState> state = attempt(() -> read(fewer, today, new ModelRegistry()));
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    private static Optional<RuleBaseState> attempt(Supplier<RuleBaseState> reading) {
        try {
            return Optional.of(reading.get());
        } catch (FormatException | IllegalArgumentException | DateTimeException e) {
            LOG.debug("Not readable either", e);
            return Optional.empty();
        }
    }

    public RuleBaseState current() {
        return current.state();
    }

    /** Why this process does not answer with the newest publications, or empty when it does. */
    public Optional<String> failure() {
        return Optional.ofNullable(current.failure());
    }

    /** Calls {@code follower} with every state that becomes the current one from now on, after it has. */
    public void follow(Consumer<RuleBaseState> follower) {
        followers.add(follower);
    }

    /** The day in Beijing. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The events that the current state was made of. */
    PublicationLog log() {
        return current.log();
    }

    /** What a draft that is begun now is made on. */
    Base base() {
        Current now = current;
        return new Base(now.log().sequence(), now.state().hash());
    }

    /** Takes over what was published since, and what becomes visible today; only what is committed counts. */
    void refresh() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        Optional<RuleBaseState> changed = takeOver();
        changed.ifPresent(state -> followers.forEach(follower -> follower.accept(state)));
    }

    private synchronized Optional<RuleBaseState> takeOver() {
        Current before = current;
        LocalDate today = today();
        boolean more = publications.newest() > before.log().sequence();
        if (!more && today.equals(before.day())) {
            return Optional.empty();
        }
        PublicationLog log =
                more ? before.log().and(publications.after(before.log().sequence())) : before.log();
        try {
            RuleBaseState state = read(log, today, before.state().models());
            boolean changed = !state.hash().equals(before.state().hash());
            current = new Current(changed ? state : before.state(), log, today, null);
            if (changed) {
                LOG.info("规则库：自第 {} 号公布起使用状态 {}", log.sequence(), state.hash());
            }
            return changed ? Optional.of(state) : Optional.empty();
        } catch (FormatException | IllegalArgumentException | DateTimeException e) {
            LOG.error(
                    "第 {} 号公布之后的规则库读不出来，继续使用原来的状态 {}：\n{}",
                    log.sequence(),
                    before.state().hash(),
                    e.getMessage());
            current = new Current(before.state(), log, today, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private RuleBaseState read(PublicationLog log, LocalDate day, ModelRegistry known) {
        return read(rootHash, root, log, day, known);
    }

    private RuleBaseState read(String from, FileTree bundled, PublicationLog log, LocalDate day, ModelRegistry known) {
        FileTree files = bundled.with(log.changes(day));
        String hash = files.hash();
        RuleBase base = reader.read(files);
        // Stored before anything is computed on it: a receipt never names a state that is not held.
        if (!hash.equals(from)) {
            store.keep(hash, new RuleBaseStore.Origin(from, log.sequence(), day));
        }
        return RuleBaseState.of(hash, files, base, known);
    }

    void keep(String hash, PublicationLog log, LocalDate day) {
        if (!hash.equals(rootHash)) {
            store.keep(hash, new RuleBaseStore.Origin(rootHash, log.sequence(), day));
        }
    }

    /** The files of this release with the events of {@code log} on a day. */
    FileTree files(PublicationLog log, LocalDate day) {
        return root.with(log.changes(day));
    }

    /** Reads a state that is not to answer (yet); what is known of the current one is not read again. */
    RuleBase readAside(FileTree files) {
        return reader.readAside(files);
    }

    /** The state with this hash, or empty when it was never stored here. */
    public Optional<RuleBaseState> state(String hash) {
        RuleBaseState now = current();
        if (hash.equals(now.hash())) {
            return Optional.of(now);
        }
        synchronized (earlier) {
            RuleBaseState known = earlier.get(hash);
            if (known == null) {
                known = filesOf(hash)
                        .map(files -> RuleBaseState.of(hash, files, reader.readAside(files), now.models()))
                        .orElse(null);
                if (known == null) {
                    return Optional.empty();
                }
                if (earlier.size() >= EARLIER_KEPT) {
                    earlier.remove(earlier.keySet().iterator().next());
                }
                earlier.put(hash, known);
            }
            return Optional.of(known);
        }
    }

    /** The files of the current state: path below the root of the rule base to text. */
    public Map<String, String> files() {
        FileTree files =
                filesOf(current().hash()).orElseThrow(() -> new IllegalStateException("The current state is not held"));
        Map<String, String> texts = new TreeMap<>();
        files.paths().forEach(path -> texts.put(path, files.text(path)));
        return texts;
    }

    /** The files of the state with this hash, or empty when it was never stored here. */
    Optional<FileTree> filesOf(String hash) {
        return hash.equals(rootHash)
                ? Optional.of(root)
                : store.find(hash, log()).map(files -> {
                    verify(hash, files);
                    return files;
                });
    }

    /** What was read from the store has to be what a receipt names. */
    private static void verify(String hash, FileTree files) {
        if (!files.hash().equals(hash)) {
            throw new IllegalStateException("The stored rule base " + hash + " was changed");
        }
    }
}
