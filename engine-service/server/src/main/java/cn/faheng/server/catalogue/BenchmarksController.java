package cn.faheng.server.catalogue;

import cn.faheng.contract.api.BenchmarksApi;
import cn.faheng.contract.model.BenchmarkBody;
import cn.faheng.contract.model.BenchmarkChangeBody;
import cn.faheng.contract.model.BenchmarkChangeListBody;
import cn.faheng.contract.model.BenchmarkListBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.PublishedBenchmarks;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BenchmarksController implements BenchmarksApi {

    private final PublishedBenchmarks benchmarks;

    BenchmarksController(PublishedBenchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public ResponseEntity<BenchmarkListBody> listBenchmarks(LocalDate on, @Nullable String place) {
        LocalDate day = Parameters.required("on", on);
        return ResponseEntity.ok(new BenchmarkListBody()
                .day(day)
                .benchmarks(benchmarks.inForce(day, Parameters.division("place", place)).stream()
                        .map(b -> new BenchmarkBody()
                                .item(CatalogueViews.item(b.item()))
                                .ruleSet(CatalogueViews.ruleSet(b.ruleSet())))
                        .toList()));
    }

    @Override
    public ResponseEntity<BenchmarkChangeListBody> diffBenchmarks(
            LocalDate from, LocalDate to, @Nullable String place) {
        LocalDate first = Parameters.required("from", from);
        LocalDate second = Parameters.required("to", to);
        return ResponseEntity.ok(new BenchmarkChangeListBody()
                .from(first)
                .to(second)
                .changes(benchmarks.between(first, second, Parameters.division("place", place)).stream()
                        .filter(PublishedBenchmarks.Change::changed)
                        .map(BenchmarksController::change)
                        .toList()));
    }

    private static BenchmarkChangeBody change(PublishedBenchmarks.Change change) {
        BenchmarkChangeBody body = new BenchmarkChangeBody()
                .item(CatalogueViews.item(change.item()))
                .division(change.division().code());
        view(change.before()).ifPresent(body::setBefore);
        view(change.after()).ifPresent(body::setAfter);
        return body;
    }

    private static Optional<RuleSetUseBody> view(@Nullable RuleSet ruleSet) {
        return Optional.ofNullable(ruleSet).map(CatalogueViews::ruleSet);
    }
}
