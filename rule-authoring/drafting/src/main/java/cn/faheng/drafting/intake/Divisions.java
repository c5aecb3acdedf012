package cn.faheng.drafting.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes of GB/T 2260 by the names that documents use for places. */
final class Divisions {

    private static final List<Place> PLACES = read();

    private Divisions() {}

    /**
     * A place.
     *
     * @param code six digits
     * @param name its name
     * @param within the names of the places above it, joined
     */
    private record Place(String code, String name, String within) {

        boolean isProvince() {
            return code.endsWith("0000");
        }

        boolean isCity() {
            return code.endsWith("00") && !isProvince();
        }

        /** 内蒙古 for 内蒙古自治区, 江门 for 江门市. */
        String shortName() {
            if (isProvince()) {
                return name.replaceFirst("(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$", "");
            }
            return name.length() > 2 ? name.replaceFirst("(?:市|地区|盟)$", "") : name;
        }
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
                place.isProvince() || place.isCity() ? List.of(place.name(), place.shortName()) : List.of(place.name());
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
            if (province.isProvince() && place.within().startsWith(province.name())) {
                String city = place.within().substring(province.name().length());
                for (String p : List.of(province.name(), province.shortName(), "")) {
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

    private static List<Place> read() {
        try (InputStream in = Divisions.class.getResourceAsStream("divisions.csv")) {
            if (in == null) {
                throw new IllegalStateException("divisions.csv is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Place> places = new ArrayList<>();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                places.add(new Place(cells[0], cells[1], cells[2]));
            }
            return List.copyOf(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
