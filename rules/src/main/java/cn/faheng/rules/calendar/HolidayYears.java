package cn.faheng.rules.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code calendar/<year>.yaml}. A new year needs its file and nothing else. */
final class HolidayYears {

    static final int FIRST = 2018;

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private HolidayYears() {}

    /** All years on the class path from the first one on, without a gap; throws {@link IllegalStateException} for a bad file. */
    static List<HolidayYear> all() {
        return upTo(Integer.MAX_VALUE);
    }

    /** The years up to and including {@code last}, as far as there are files. */
    static List<HolidayYear> upTo(int last) {
        List<HolidayYear> years = new ArrayList<>();
        for (int year = FIRST; year <= last; year++) {
            Optional<HolidayYear> read = read(year);
            if (read.isEmpty()) {
                break;
            }
            years.add(read.get());
        }
        return List.copyOf(years);
    }

    private static Optional<HolidayYear> read(int year) {
        String resource = "/calendar/" + year + ".yaml";
        try (InputStream in = HolidayYears.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            HolidayYear read = parse(resource, in);
            if (read.year() != year) {
                throw new IllegalStateException(resource + " holds the year " + read.year());
            }
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HolidayYear parse(String name, InputStream yaml) {
        try {
            return MAPPER.readValue(yaml, HolidayYear.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(name + ": " + e.getOriginalMessage(), e);
        }
    }
}
