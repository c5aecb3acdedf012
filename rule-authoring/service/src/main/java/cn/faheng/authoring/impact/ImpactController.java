package cn.faheng.authoring.impact;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.drafting.impact.CaseImpact;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The operations of the contract about past cases and the impact of drafts; streams, which no generated interface can describe. */
@RestController
@RequestMapping("/api/v1")
class ImpactController {

    private static final int MOST = 1_000;

    private final PastCases cases;
    private final ImpactJobs jobs;
    private final ImpactPackages packages;

    ImpactController(PastCases cases, ImpactJobs jobs, ImpactPackages packages) {
        this.cases = cases;
        this.jobs = jobs;
        this.packages = packages;
    }

    @PostMapping(path = "/past-cases:batch", consumes = "application/x-ndjson")
    PastCases.Loaded load(InputStream body) throws IOException {
        return cases.load(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)), Actor.caller());
    }

    @GetMapping(path = "/past-cases:export", produces = "application/x-ndjson")
    ResponseEntity<StreamingResponseBody> export() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-ndjson"))
                .body(out -> {
                    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    cases.eachLine(line -> {
                        try {
                            lines.write(line);
                            lines.newLine();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                    lines.flush();
                });
    }

    @PostMapping("/drafts/{id}:impact")
    ResponseEntity<ImpactJob> start(@PathVariable UUID id) {
        ImpactJob job = jobs.start(id, Actor.caller());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/impact-jobs/" + job.number()))
                .body(job);
    }

    @GetMapping("/drafts/{id}/impact-package")
    ResponseEntity<String> impactPackage(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(packages.of(id, Actor.caller()).json());
    }

    @GetMapping("/impact-jobs/{number}")
    ImpactJob get(@PathVariable long number) {
        return jobs.get(number);
    }

    @PostMapping("/impact-jobs/{number}:pause")
    ImpactJob pause(@PathVariable long number) {
        return jobs.pause(number, Actor.caller());
    }

    @PostMapping("/impact-jobs/{number}:resume")
    ImpactJob resume(@PathVariable long number) {
        return jobs.resume(number, Actor.caller());
    }

    @PostMapping("/impact-jobs/{number}:cancel")
    ImpactJob cancel(@PathVariable long number) {
        return jobs.cancel(number, Actor.caller());
    }

    @GetMapping("/impact-jobs/{number}/cases")
    List<CaseImpact> concerned(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return jobs.concerned(number, after, Math.max(1, Math.min(limit, MOST)));
    }
}
