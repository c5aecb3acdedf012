package cn.faheng.web.authoring;

import cn.faheng.authoring.impact.PastCases;
import cn.faheng.authoring.impact.PastCases.OpenCases;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a repeal does.
 *
 * @param firstDay the first day on which the version is not in force any more
 * @param places what is left there
 * @param open open cases of the item in these places; null where the version belongs to no item
 */
public record RepealOutlook(LocalDate firstDay, List<Place> places, @Nullable OpenCases open) {

    /**
     * What is left in a division that uses the version.
     *
     * @param division the division
     * @param instead what is in force there from then on, or null
     * @param later the next version of the same line that is published already, or null
     */
    public record Place(Division division, @Nullable RuleSet instead, @Nullable RuleSet later) {}

    static RepealOutlook of(RuleSet version, LocalDate lastDay, Catalogue catalogue, PastCases cases) {
        LocalDate firstDay = lastDay.plusDays(1);
        List<RuleSet> shelf = shelf(version, catalogue);
        List<Place> places = shelf.stream()
                .filter(held -> held.ref().equals(version.ref()))
                .map(RuleSet::jurisdiction)
                .distinct()
                .map(division -> place(version, division, firstDay, shelf))
                .toList();
        return new RepealOutlook(firstDay, places, open(version, lastDay, catalogue, places, cases));
    }

    private static List<RuleSet> shelf(RuleSet version, Catalogue catalogue) {
        String item = Optional.ofNullable(version.itemCode()).orElse("");
        return switch (version.kind()) {
            case STATUTE -> catalogue.statutes(item);
            case BENCHMARK -> catalogue.benchmarks(item);
            case GENERAL ->
                catalogue.general(Optional.ofNullable(version.hook()).orElse(""));
        };
    }

    private static Place place(RuleSet version, Division division, LocalDate firstDay, List<RuleSet> shelf) {
        List<Division> upwards = division.upwards();
        List<RuleSet> others = shelf.stream()
                .filter(held -> !held.ref().equals(version.ref()))
                .filter(held -> upwards.contains(held.jurisdiction()))
                .filter(held -> held.fields().equals(version.fields()))
                .toList();
        RuleSet instead = others.stream()
                .filter(held -> held.effective().contains(firstDay))
                .min(Comparator.comparingInt(held -> upwards.indexOf(held.jurisdiction())))
                .orElse(null);
        RuleSet later = others.stream()
                .filter(held -> held.ref().id().equals(version.ref().id()))
                .filter(held -> held.effective().from().isAfter(firstDay))
                .min(Comparator.comparing(RuleSet::ref))
                .orElse(null);
        return new Place(division, instead, later);
    }

    private static @Nullable OpenCases open(
            RuleSet version, LocalDate lastDay, Catalogue catalogue, List<Place> places, PastCases cases) {
        Optional<Item> item = Optional.ofNullable(version.itemCode()).flatMap(catalogue::item);
        if (item.isEmpty()) {
            return null;
        }
        Set<String> codes = new TreeSet<>(item.get().aliases());
        codes.add(item.get().code());
        long all = 0;
        long later = 0;
        for (Division division : outermost(places)) {
            OpenCases found = cases.open(codes, division, lastDay);
            all += found.all();
            later += found.later();
        }
        return new OpenCases(all, later);
    }

    /** The divisions without those that lie in another one, so that no case is counted twice. */
    private static List<Division> outermost(List<Place> places) {
        List<Division> outermost = new ArrayList<>();
        places.stream()
                .map(Place::division)
                .filter(division -> places.stream()
                        .map(Place::division)
                        .noneMatch(other -> !other.equals(division) && other.contains(division)))
                .forEach(outermost::add);
        return outermost;
    }

    /** Whether nothing of its kind is left in one of the places. */
    public boolean leavesNothing() {
        return places.stream().anyMatch(place -> place.instead() == null);
    }
}
