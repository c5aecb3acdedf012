package cn.faheng.rules.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All checklists. Immutable and thread-safe. */
public final class Checklists {

    private static final String FOLDER = "/checklists/";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Checklist> all;

    private Checklists(List<Checklist> all) {
        this.all = List.copyOf(all);
    }

    /** The checklists in the jar. */
    public static Checklists published() {
        return Published.CHECKLISTS;
    }

    public List<Checklist> all() {
        return all;
    }

    /** The checklist for an inspection item on a day; the first of the index where several fit. */
    public Optional<Checklist> of(String itemField, String itemName, LocalDate on) {
        return all.stream()
                .filter(list ->
                        list.isFor(itemField, itemName) && list.effective().contains(on))
                .findFirst();
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = Checklists.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + FOLDER + file);
            }
            return MAPPER.readValue(in, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(FOLDER + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Published {
        private static final Checklists CHECKLISTS =
                new Checklists(read("index.yaml", ChecklistFile.Index.class).files().stream()
                        .map(file -> read(file, ChecklistFile.class).checklist())
                        .toList());
    }
}
