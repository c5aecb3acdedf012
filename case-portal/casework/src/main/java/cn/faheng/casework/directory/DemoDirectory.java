package cn.faheng.casework.directory;

import cn.faheng.casework.directory.FileRows.Row;
import cn.faheng.casework.directory.PowerItem.Kind;
import cn.faheng.server.identity.DemoMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** The master data of the demo city, compiled by one demo account and reviewed by another; every person in it is invented. */
@Component
final class DemoDirectory {

    /** Before anything that needs bodies and officers. */
    static final int ORDER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(DemoDirectory.class);
    private static final String COMPILER = "legal";
    private static final String REVIEWER = "legal2";
    private static final String REASON = "演示数据";
    private static final int MOST_ROUNDS = 12;

    private final DemoMode demo;
    private final UserDetailsService accounts;
    private final FirstItems firstItems;
    private final DirectoryImports imports;
    private final Proposals proposals;
    private final VersionStore store;
    private final Layouts layouts;

    DemoDirectory(
            DemoMode demo,
            UserDetailsService accounts,
            FirstItems firstItems,
            DirectoryImports imports,
            Proposals proposals,
            VersionStore store,
            Layouts layouts) {
        this.demo = demo;
        this.accounts = accounts;
        this.firstItems = firstItems;
        this.imports = imports;
        this.proposals = proposals;
        this.store = store;
        this.layouts = layouts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(ORDER)
    void make() {
        if (!demo.isActive()
                || !store.search(Subject.POWER, Find.all().atMost(1), store.today())
                        .isEmpty()) {
            return;
        }
        load(Subject.BODY, rows("bodies.csv"));
        load(Subject.OFFICER, rows("officers.csv"));
        items();
        load(Subject.ITEM, townItems());
        load(Subject.POWER, powers());
        as(
                COMPILER,
                () -> imports.take(
                        Subject.COUNTERPART,
                        "演示数据",
                        NewVersion.hash(REASON),
                        rows("counterparts.csv"),
                        REASON,
                        Actor.caller()));
        LOG.info("演示数据：执法主体、人员、事项、权责清单和行政相对人已经备好");
    }

    private void items() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<ImportResult> result = as(COMPILER, firstItems::propose);
            if (result.isEmpty()) {
                return;
            }
            approve(result.orElseThrow());
        }
    }

    private void load(Subject subject, List<Row> rows) {
        approve(as(
                COMPILER, () -> imports.take(subject, "演示数据", NewVersion.hash(REASON), rows, REASON, Actor.caller())));
    }

    private void approve(ImportResult result) {
        if (result.refused() > 0) {
            as(COMPILER, () -> imports.refused(result.id()))
                    .forEach(row -> LOG.warn("演示数据第{}行没有采用：{}", row.number(), row.faults()));
        }
        if (result.taken() > 0) {
            as(REVIEWER, () -> proposals.approveImport(result.id(), REASON));
        }
    }

    private <T> T as(String account, Supplier<T> what) {
        UserDetails person = accounts.loadUserByUsername(account);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static List<Row> rows(String file) {
        List<List<String>> lines = lines(file);
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(lines.get(0).get(i), cells.get(i));
            }
            rows.add(new Row(rows.size() + 2, row, List.of()));
        }
        return rows;
    }

    private static List<List<String>> lines(String file) {
        try (InputStream in = DemoDirectory.class.getResourceAsStream("demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> all(Subject subject, Class<T> type) {
        return store.search(subject, Find.all().unlimited(), store.today()).stream()
                .map(version -> ContentJson.read(version.content(), type))
                .toList();
    }

    /** Items that townships of the demo hold as well (行政处罚法 第二十四条). */
    private List<Row> townItems() {
        List<String> codes =
                lines("town-items.csv").stream().map(cells -> cells.get(0)).toList();
        List<Row> rows = new ArrayList<>();
        for (StoredVersion version : store.search(Subject.ITEM, Find.all().unlimited(), store.today())) {
            if (codes.contains(version.code())) {
                Map<String, String> row = new LinkedHashMap<>(layouts.typed(layouts.version(version)));
                row.put("levels", row.get("levels") + "、" + Body.Level.TOWNSHIP.chinese());
                row.put("appliesFrom", version.appliesFrom().toString());
                rows.add(new Row(rows.size() + 1, row, List.of()));
            }
        }
        return rows;
    }

    /** Each body holds what is held at its level in its fields, while both are there; coercion is not entrusted. */
    private List<Row> powers() {
        List<PowerItem> items = all(Subject.ITEM, PowerItem.class);
        List<Row> rows = new ArrayList<>();
        for (Body body : all(Subject.BODY, Body.class)) {
            for (PowerItem item : items) {
                boolean entrustedCoercion = item.kind() == Kind.COERCION && body.standing() == Body.Standing.ENTRUSTED;
                if (body.fields().contains(item.field())
                        && item.levels().contains(body.level())
                        && !entrustedCoercion
                        && item.effective().overlaps(body.effective())) {
                    rows.add(new Row(rows.size() + 1, power(body, item), List.of()));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> power(Body body, PowerItem item) {
        LocalDate itemFrom = item.effective().from();
        LocalDate from = itemFrom.isAfter(body.effective().from())
                ? itemFrom
                : body.effective().from();
        return Map.of(
                "body", body.code(),
                "item", item.code(),
                "from", from.toString(),
                "to", Cells.of(item.effective().to()));
    }
}
