package cn.faheng.server.catalogue;

import cn.faheng.contract.api.ItemsApi;
import cn.faheng.contract.model.ChoiceBody;
import cn.faheng.contract.model.CircumstanceOptionBody;
import cn.faheng.contract.model.EffectBody;
import cn.faheng.contract.model.ItemDetailBody;
import cn.faheng.contract.model.ItemPageBody;
import cn.faheng.contract.model.ItemVersionsBody;
import cn.faheng.contract.model.QuestionBody;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.catalogue.ItemSearch.Hit;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.Derived;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class ItemsController implements ItemsApi {

    private final RuleBases ruleBases;
    private final Derived<Catalogue, ItemSearch> search;

    ItemsController(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
        this.search = Derived.ofCatalogue(ruleBases, ItemSearch::new);
    }

    @Override
    public ResponseEntity<ItemPageBody> listItems(
            @Nullable String q,
            @Nullable String field,
            @Nullable String place,
            @Nullable String cursor,
            Integer limit) {
        Parameters.length("q", q, 100);
        Parameters.between("limit", limit, 1, 200);
        List<Hit> hits = search.get().find(q, field, Parameters.division("place", place));
        Optional<Place> after = Optional.ofNullable(cursor).map(Place::parse);
        List<Hit> rest = after.isEmpty()
                ? hits
                : hits.stream().filter(hit -> after.get().isBefore(hit)).toList();
        List<Hit> page = rest.subList(0, Math.min(limit, rest.size()));
        ItemPageBody body = new ItemPageBody()
                .items(page.stream().map(hit -> CatalogueViews.item(hit.item())).toList())
                .total(hits.size());
        if (page.size() == rest.size()) {
            return ResponseEntity.ok(body);
        }
        String next = Place.of(page.get(page.size() - 1)).text();
        String link = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", next)
                .build()
                .encode()
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"")
                .body(body.nextCursor(next));
    }

    /** Where a page ended: its last hit. */
    private record Place(int rank, String code) {

        static Place of(Hit hit) {
            return new Place(hit.rank(), hit.item().code());
        }

        static Place parse(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = text.indexOf('|');
                return new Place(Integer.parseInt(text.substring(0, bar)), text.substring(bar + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new ProblemException(Problem.ofParameter("cursor", "游标不是上一页给出的 nextCursor。"));
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((rank + "|" + code).getBytes(StandardCharsets.UTF_8));
        }

        boolean isBefore(Hit hit) {
            return hit.rank() > rank || (hit.rank() == rank && hit.item().code().compareTo(code) > 0);
        }
    }

    @Override
    public ResponseEntity<ItemDetailBody> getItem(String code, @Nullable LocalDate on, @Nullable String place) {
        RuleBaseState state = ruleBases.current();
        Item item = item(state, code);
        LocalDate day = Parameters.day("on", on);
        Division division = Parameters.division("place", place);
        List<RuleSet> asking = Stream.concat(
                        state.catalogue().statutes(item.code()).stream(),
                        state.catalogue().benchmarks(item.code()).stream()
                                .filter(r ->
                                        division == null || r.jurisdiction().contains(division)))
                .filter(r -> day == null || r.effective().contains(day))
                .toList();
        return ResponseEntity.ok(new ItemDetailBody()
                .item(CatalogueViews.item(item))
                .questions(questions(asking))
                .circumstances(circumstances(state, item, day, division))
                .deviationGrounds(deviationGrounds(state, item, day, division))
                .versions(asking.stream().map(CatalogueViews::ruleSet).toList()));
    }

    private static List<QuestionBody> questions(List<RuleSet> asking) {
        Map<String, Fact> questions = new LinkedHashMap<>();
        Map<String, List<String>> askedBy = new LinkedHashMap<>();
        for (RuleSet ruleSet : asking) {
            for (Fact fact : ruleSet.facts()) {
                if (!fact.fromParty()) {
                    questions.merge(fact.name(), fact, Fact::offeringAlso);
                    askedBy.computeIfAbsent(fact.name(), name -> new ArrayList<>())
                            .add(ruleSet.ref().toString());
                }
            }
        }
        return questions.values().stream()
                .map(fact -> CatalogueViews.question(fact).askedBy(askedBy.get(fact.name())))
                .toList();
    }

    private static List<ChoiceBody> deviationGrounds(
            RuleBaseState state, Item item, @Nullable LocalDate day, @Nullable Division place) {
        Division where = place == null ? Division.NATION : place;
        Map<String, ChoiceBody> grounds = new LinkedHashMap<>();
        for (LocalDate on : day != null ? List.of(day) : turningDays(state.catalogue(), "deviation")) {
            state.engine()
                    .deviationGrounds(item, where, on)
                    .forEach(choice -> grounds.put(choice.value(), CatalogueViews.choice(choice)));
        }
        return List.copyOf(grounds.values());
    }

    private static List<CircumstanceOptionBody> circumstances(
            RuleBaseState state, Item item, @Nullable LocalDate day, @Nullable Division place) {
        Division where = place == null ? Division.NATION : place;
        List<LocalDate> days = day != null ? List.of(day) : turningDays(state.catalogue(), "circumstances");
        Map<String, CircumstanceOptionBody> options = new TreeMap<>();
        for (LocalDate on : days) {
            GeneralPart general = new GeneralPart(state.catalogue(), state.models(), item.field(), where, on, on);
            for (Fact.Choice choice : general.circumstanceCodes()) {
                general.circumstance(choice.value())
                        .flatMap(answer -> option(choice, answer))
                        .ifPresent(option -> options.put(choice.value(), option));
            }
        }
        return List.copyOf(options.values());
    }

    private static Optional<CircumstanceOptionBody> option(Fact.Choice choice, GeneralPart.HookAnswer answer) {
        return Effect.ofCode(answer.text())
                .filter(effect -> !answer.rows().isEmpty())
                .map(effect -> new CircumstanceOptionBody()
                        .code(choice.value())
                        .label(choice.label())
                        .labelEn(choice.labelEn())
                        .effect(EffectBody.fromValue(effect.code()))
                        .effectText(effect.chinese())
                        .ruleSet(answer.ruleSet().ref().toString())
                        .row(CatalogueViews.row(
                                answer.ruleSet().ref(), answer.rows().get(0))));
    }

    /** The first days of all versions of the circumstances, oldest first: between them nothing changes. */
    private static List<LocalDate> turningDays(Catalogue catalogue, String hook) {
        return catalogue.general(hook).stream()
                .map(r -> r.effective().from())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public ResponseEntity<ItemVersionsBody> listVersions(String code) {
        RuleBaseState state = ruleBases.current();
        Item item = item(state, code);
        return ResponseEntity.ok(new ItemVersionsBody()
                .item(CatalogueViews.item(item))
                .statutes(state.catalogue().statutes(item.code()).stream()
                        .map(CatalogueViews::ruleSet)
                        .toList())
                .benchmarks(state.catalogue().benchmarks(item.code()).stream()
                        .sorted(Comparator.comparing(
                                        (RuleSet r) -> r.jurisdiction().code())
                                .thenComparing(RuleSet::ref))
                        .map(CatalogueViews::ruleSet)
                        .toList()));
    }

    private static Item item(RuleBaseState state, String code) {
        return state.catalogue()
                .item(code)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNKNOWN_ITEM).with("item", Parameters.shortened(code))));
    }
}
