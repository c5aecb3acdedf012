package cn.faheng.authoring.impact;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.server.decisions.DecisionService;
import cn.faheng.server.problems.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The closed and open cases on which a draft is tried before it is published. */
@Service
public class PastCases {

    private static final int PER_STEP = 1_000;
    private static final int MOST_REFUSALS = 1_000;
    private static final int LONGEST_LINE = 1 << 20;

    private final ImpactRows rows;
    private final DecisionService decisions;
    private final JsonMapper json;

    PastCases(ImpactRows rows, DecisionService decisions, JsonMapper json) {
        this.rows = rows;
        this.decisions = decisions;
        this.json = json;
    }

    /**
     * A case as the contract has it.
     *
     * @param id number of the case
     * @param open whether it is not decided yet
     * @param request what was or would be asked
     * @param servedOn day of service, or null
     * @param fineFen fine imposed, or null
     * @param notifiedFineFen fine named in the prior notice, or null
     */
    public record PastCaseLine(
            @Nullable String id,
            boolean open,
            @Nullable DecisionRequestBody request,
            @Nullable LocalDate servedOn,
            @Nullable Long fineFen,
            @Nullable Long notifiedFineFen) {}

    /**
     * What became of a load.
     *
     * @param loaded cases stored
     * @param refused lines that were not, with the reason; at most the first thousand
     * @param refusedCount how many lines were not stored
     */
    public record Loaded(long loaded, List<RefusedLine> refused, long refusedCount) {}

    /** A line that was not stored. */
    public record RefusedLine(long line, String reason) {}

    /** Reads cases line by line; a bad line is refused by name and stops no other. */
    public Loaded load(BufferedReader lines, Actor actor) throws IOException {
        actor.require(Actor.Office.AUTHOR);
        List<PastCase> step = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        long number = 0;
        long loaded = 0;
        long refusals = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                step.add(read(line));
                loaded++;
            } catch (ProblemException | InvalidRequestException | IllegalArgumentException e) {
                refusals++;
                if (refused.size() < MOST_REFUSALS) {
                    refused.add(new RefusedLine(number, reason(e)));
                }
            }
            if (step.size() == PER_STEP) {
                rows.keep(step, actor.name());
                step.clear();
            }
        }
        rows.keep(step, actor.name());
        return new Loaded(loaded, refused, refusals);
    }

    private static String reason(RuntimeException e) {
        if (e instanceof ProblemException problem) {
            String errors = problem.problem().errors().stream()
                    .map(error -> error.pointer() + " " + error.detail())
                    .collect(Collectors.joining("；"));
            return errors.isEmpty() ? problem.problem().detail() : errors;
        }
        if (e instanceof InvalidRequestException invalid) {
            return invalid.problems().stream()
                    .map(problem -> problem.pointer() + " " + problem.detail())
                    .collect(Collectors.joining("；"));
        }
        return String.valueOf(e.getMessage());
    }

    private PastCase read(String line) {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("一行不能超过 1 MiB。");
        }
        PastCaseLine read;
        try {
            read = json.readValue(line, PastCaseLine.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("不是合法的案件（JSON）：" + e.getOriginalMessage(), e);
        }
        String id = read.id();
        DecisionRequestBody request = read.request();
        if (id == null || id.isBlank() || id.length() > 200 || request == null) {
            throw new IllegalArgumentException("请写明案件编号 id（至多 200 个字符）和请求 request。");
        }
        return new PastCase(
                id,
                read.open(),
                decisions.understood(request),
                read.servedOn(),
                read.fineFen(),
                read.notifiedFineFen());
    }

    /** Stores cases that are made in the process. */
    void keep(List<PastCase> cases, String by) {
        rows.keep(cases, by);
    }

    public long count() {
        return rows.count(null);
    }

    /**
     * Cases that are not decided yet.
     *
     * @param all how many there are
     * @param later how many of them are about acts that went on after a day
     */
    public record OpenCases(long all, long later) {}

    /** Open cases of an item in a division and those inside it, and how many of their acts went on after {@code day}. */
    public OpenCases open(Set<String> codes, Division division, LocalDate day) {
        return rows.open(codes, division, day);
    }

    /** Every case as a line of JSON in the engine's own terms, for another machine. */
    public void eachLine(Consumer<String> line) {
        rows.eachLine(line);
    }
}
