package cn.faheng.drafting.intake;

import cn.faheng.rules.catalogue.DivisionNames;
import cn.faheng.rules.catalogue.DivisionNames.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes of GB/T 2260 by the names that documents use for places. */
final class Divisions {

    private static final Collection<Place> PLACES = DivisionNames.all();

    private Divisions() {}

    private static boolean isProvince(Place place) {
        return place.code().endsWith("0000");
    }

    private static boolean isCity(Place place) {
        return place.code().endsWith("00") && !isProvince(place);
    }

    /** 内蒙古 for 内蒙古自治区, 江门 for 江门市. */
    private static String shortName(Place place) {
        String name = place.name();
        if (isProvince(place)) {
            return name.replaceFirst("(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$", "");
        }
        return name.length() > 2 ? name.replaceFirst("(?:市|地区|盟)$", "") : name;
    }

    /** The code of a place; 000000 for the whole country; empty when it is unknown or not the only one of its name. */
    static Optional<String> code(String words) {
        String text = Words.squeezed(words);
        if (text.equals("全国") || text.equals("国家") || text.equals("中华人民共和国")) {
            return Optional.of("000000");
        }
        if (text.matches("\\d{6}")) {
            return PLACES.stream().map(Place::code).filter(text::equals).findFirst();
        }
        Set<String> found = new HashSet<>();
        for (Place place : PLACES) {
            if (named(place, text)) {
                found.add(place.code());
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Whether the words name the place: its name, after any of the places above it. */
    private static boolean named(Place place, String text) {
        List<String> ends =
                isProvince(place) || isCity(place) ? List.of(place.name(), shortName(place)) : List.of(place.name());
        for (String end : ends) {
            if (!end.isEmpty() && text.endsWith(end)) {
                String rest = text.substring(0, text.length() - end.length());
                if (rest.isEmpty() || rest.equals(place.within()) || above(place, rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean above(Place place, String rest) {
        List<String> allowed = new ArrayList<>();
        for (Place province : PLACES) {
            if (isProvince(province) && place.within().startsWith(province.name())) {
                String city = place.within().substring(province.name().length());
                for (String p : List.of(province.name(), shortName(province), "")) {
                    allowed.add(p + city);
                    allowed.add(p + city.replaceFirst("(?:市|地区|盟)$", ""));
                    if (!p.isEmpty()) {
                        allowed.add(p);
                    }
                }
            }
        }
        return allowed.contains(rest);
    }
}
