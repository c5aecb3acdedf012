package cn.faheng.web.show;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The places a page offers: the city with its counties and districts, and every other place that has rule sets of its own. */
public final class Places {

    private static final Division HOME = new Division("370800");

    /** Counties and districts of Jining by GB/T 2260; development zones have no code of their own there. */
    private static final List<Division> COUNTIES = Stream.of(
                    "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831", "370832", "370881",
                    "370883")
            .map(Division::new)
            .toList();

    private Places() {}

    /** The city itself. */
    public static Division city() {
        return HOME;
    }

    /** The city and its counties. */
    public static List<Division> home() {
        List<Division> places = new ArrayList<>();
        places.add(HOME);
        places.addAll(COUNTIES);
        return List.copyOf(places);
    }

    /** Other places with benchmarks or general rule sets of their own. */
    public static List<Division> others(Catalogue catalogue) {
        TreeSet<String> codes = new TreeSet<>();
        for (RuleSet ruleSet : catalogue.ruleSets()) {
            codes.add(ruleSet.jurisdiction().code());
        }
        return codes.stream()
                .map(Division::new)
                .filter(d -> !d.equals(Division.NATION) && !d.equals(HOME))
                .toList();
    }
}
