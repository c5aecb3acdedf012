package cn.faheng.rules.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the divisions of GB/T 2260 are called. */
public final class DivisionNames {

    private static final Map<String, Place> PLACES = read();

    private DivisionNames() {}

    /**
     * A place.
     *
     * @param code six digits
     * @param name its name
     * @param within the names of the places above it, joined; empty for a province
     */
    public record Place(String code, String name, String within) {}

    /** Every division of the table, the whole country left out. */
    public static Collection<Place> all() {
        return PLACES.values();
    }

    /** The name of a division; empty where the table does not have it. */
    public static Optional<String> of(String code) {
        return code.equals(Division.NATION.code())
                ? Optional.of("全国")
                : Optional.ofNullable(PLACES.get(code)).map(Place::name);
    }

    private static Map<String, Place> read() {
        try (InputStream in = DivisionNames.class.getResourceAsStream("divisions.csv")) {
            if (in == null) {
                throw new IllegalStateException("divisions.csv is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Place> places = new LinkedHashMap<>();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                places.put(cells[0], new Place(cells[0], cells[1], cells[2]));
            }
            return Collections.unmodifiableMap(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
