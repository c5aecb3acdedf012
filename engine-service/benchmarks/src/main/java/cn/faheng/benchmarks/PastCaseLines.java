package cn.faheng.benchmarks;

import cn.faheng.drafting.impact.MadeUpCases;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.format.RuleBase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Writes made-up cases of all items as {@code POST /api/v1/past-cases:batch} takes them. */
public final class PastCaseLines {

    private static final int DISTINCT = 100_000;
    private static final JsonMapper JSON = new JsonMapper();

    private PastCaseLines() {}

    /** Arguments: how many, and the folder that gets them. Every file holds the same 100,000 cases under other numbers. */
    public static void main(String[] args) throws IOException {
        long wanted = Long.parseLong(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        RuleBase base = RuleBase.bundled();
        MadeUpCases cases = new MadeUpCases(new Engine(base, new ModelRegistry(), false), LocalDate.now());
        List<Item> items = List.copyOf(base.catalogue().items());
        int distinct = (int) Math.min(wanted, DISTINCT);
        List<PastCase> made = new ArrayList<>();
        for (int n = 0; made.size() < distinct; n++) {
            int round = n;
            List<PastCase> more = items.parallelStream()
                    .map(item -> cases.make(item, round))
                    .filter(Objects::nonNull)
                    .limit(distinct - made.size())
                    .toList();
            if (more.isEmpty()) {
                throw new IllegalStateException("No item is in force in round " + n);
            }
            made.addAll(more);
        }
        for (long written = 0, file = 0; written < wanted; file++) {
            try (PrintWriter out = new PrintWriter(writer(folder.resolve(file + ".ndjson")))) {
                for (int i = 0; i < made.size() && written < wanted; i++, written++) {
                    out.print(line(made.get(i), file) + "\n");
                }
            }
        }
    }

    private static Writer writer(Path file) throws IOException {
        return new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    }

    private static String line(PastCase past, long file) {
        DecisionRequest asked = past.request();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("item", asked.item());
        request.put("place", asked.place().code());
        request.put("act", Map.of("start", asked.actStart().toString()));
        request.put("decidedOn", asked.decided().toString());
        request.put("party", Map.of("kind", asked.party().kind().code()));
        request.put("facts", asked.facts());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", past.id() + "-" + file);
        line.put("open", past.open());
        line.put("request", request);
        line.put("servedOn", past.servedOn() == null ? null : past.servedOn().toString());
        line.put("fineFen", past.fineFen());
        line.put("notifiedFineFen", past.notifiedFineFen());
        return JSON.writeValueAsString(line);
    }
}
