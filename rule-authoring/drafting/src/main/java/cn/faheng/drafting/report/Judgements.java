package cn.faheng.drafting.report;

import cn.faheng.engine.proof.ProofReport.Property;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a person found on reading a refuted item against its source: a program cannot tell a misprint from a copyist's slip. */
final class Judgements {

    private final Map<String, Judgement> judgements = new LinkedHashMap<>();

    /** Whose fault a refutation is. */
    enum Verdict {
        /** The published table itself has the defect. */
        TABLE,
        /** The table was right until the law above it changed while it still ran. */
        LAW_CHANGED,
        /** The collection's copy runs cells together or breaks them; the original has to be looked at. */
        COPY,
        /** The source leaves out a condition that the table has as printed, so that the import could not hold it. */
        READING
    }

    /**
     * A judgement.
     *
     * @param verdict whose fault it is
     * @param why what the table says and why that is a defect, or is none
     */
    record Judgement(Verdict verdict, String why) {}

    private Judgements() {}

    /** The judgements that are kept with the program: item, property, verdict, why. */
    static Judgements read() {
        Judgements all = new Judgements();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Judgements.class.getResourceAsStream("judgements.csv")),
                        StandardCharsets.UTF_8);
                CSVParser parser = format.parse(text)) {
            for (CSVRecord line : parser) {
                all.judgements.put(
                        key(line.get("item"), Property.valueOf(line.get("property"))),
                        new Judgement(Verdict.valueOf(line.get("verdict")), line.get("why")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String key(String item, Property property) {
        return item + " " + property;
    }

    /** The judgement on what was refuted of an item, if it has been read against its source. */
    Optional<Judgement> of(String item, Property property) {
        return Optional.ofNullable(judgements.get(key(item, property)));
    }
}
