package cn.faheng.server.catalogue;

import cn.faheng.contract.api.RuleSetsApi;
import cn.faheng.contract.model.BasisBody;
import cn.faheng.contract.model.QuotedProvisionBody;
import cn.faheng.contract.model.RowWithWordsBody;
import cn.faheng.contract.model.RuleSetDetailBody;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RuleSetsController implements RuleSetsApi {

    private final RuleBases ruleBases;

    RuleSetsController(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
    }

    @Override
    public ResponseEntity<RuleSetDetailBody> getGeneralRuleSet(String hook, LocalDate version) {
        return detail("common/" + hook, version);
    }

    @Override
    public ResponseEntity<RuleSetDetailBody> getRuleSet(String field, String item, String line, LocalDate version) {
        return detail(field + "/" + item + "/" + line, version);
    }

    @Override
    public ResponseEntity<String> getGeneralModel(String hook, LocalDate version) {
        return model("common/" + hook, version);
    }

    @Override
    public ResponseEntity<String> getModel(String field, String item, String line, LocalDate version) {
        return model(field + "/" + item + "/" + line, version);
    }

    private ResponseEntity<String> model(String path, LocalDate version) {
        RuleSet ruleSet = find(ruleBases.current(), path, version);
        return ResponseEntity.ok().eTag(ruleSet.contentHash()).body(ruleSet.dmn());
    }

    private ResponseEntity<RuleSetDetailBody> detail(String path, LocalDate version) {
        RuleBaseState state = ruleBases.current();
        RuleSet ruleSet = find(state, path, version);
        LawLibrary law = state.law();
        RuleSetDetailBody body = new RuleSetDetailBody()
                .ruleSet(CatalogueViews.ruleSet(ruleSet))
                .form(ruleSet.form())
                .hook(ruleSet.hook())
                .basis(ruleSet.basis().stream()
                        .map(b -> new BasisBody()
                                .role(BasisBody.RoleEnum.fromValue(CatalogueViews.code(b.role())))
                                .citation(CatalogueViews.citation(b.citation()))
                                .words(words(law, b.citation())))
                        .toList())
                .questions(
                        ruleSet.facts().stream().map(CatalogueViews::question).toList())
                .penalties(ruleSet.penalties().stream()
                        .map(CatalogueViews::penalty)
                        .toList())
                .rows(ruleSet.rows().values().stream()
                        .sorted(Comparator.comparing(Row::id))
                        .map(row -> row(law, ruleSet, row))
                        .toList())
                .leftToPerson(ruleSet.leftToPerson())
                .notes(ruleSet.notes());
        Optional.ofNullable(ruleSet.itemCode())
                .flatMap(state.catalogue()::item)
                .ifPresent(item -> body.setItem(CatalogueViews.item(item)));
        // A written act can end a version and leaves its content alone.
        LocalDate to = ruleSet.effective().to();
        return ResponseEntity.ok()
                .eTag(ruleSet.contentHash() + "-" + (to == null ? "open" : to))
                .body(body);
    }

    private static RowWithWordsBody row(LawLibrary law, RuleSet ruleSet, Row row) {
        return new RowWithWordsBody()
                .row(CatalogueViews.row(ruleSet.ref(), row))
                .provisions(row.citations().stream()
                        .map(citation -> new QuotedProvisionBody()
                                .citation(citation.chinese())
                                .version(citation instanceof Citation.OfProvision p ? p.version() : null)
                                .words(words(law, citation)))
                        .toList());
    }

    private static @Nullable String words(LawLibrary law, Citation citation) {
        return citation instanceof Citation.OfProvision provision
                ? law.words(provision).orElse(null)
                : null;
    }

    private static RuleSet find(RuleBaseState state, String path, LocalDate version) {
        try {
            Optional<RuleSet> found = state.catalogue().ruleSet(new RuleSetRef(new RuleSetId(path), version));
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException e) {
            // What cannot be an id names no rule set; told below.
        }
        throw new ProblemException(Problem.of(ProblemType.UNKNOWN_RULE_SET)
                .with("ruleSet", Parameters.shortened(path))
                .with("version", version.toString()));
    }
}
