package cn.faheng.rules.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Legal instruments by title, each in its dated versions. Immutable. */
public final class LawLibrary {

    private final Map<String, List<LegalInstrument>> versionsByTitle;

    public LawLibrary(Collection<LegalInstrument> instruments) {
        Map<String, List<LegalInstrument>> byTitle = new TreeMap<>();
        for (LegalInstrument instrument : instruments) {
            byTitle.computeIfAbsent(instrument.title(), title -> new ArrayList<>())
                    .add(instrument);
        }
        for (List<LegalInstrument> versions : byTitle.values()) {
            versions.sort(Comparator.comparing(LegalInstrument::version));
            for (int i = 1; i < versions.size(); i++) {
                if (versions.get(i - 1).effective().overlaps(versions.get(i).effective())) {
                    throw new IllegalArgumentException(
                            "Two versions of 《" + versions.get(i).title()
                                    + "》 are in force on the same day: "
                                    + versions.get(i - 1).version() + " and "
                                    + versions.get(i).version());
                }
            }
        }
        this.versionsByTitle = Collections.unmodifiableMap(byTitle);
    }

    public Collection<String> titles() {
        return versionsByTitle.keySet();
    }

    /** All versions of an instrument, oldest first; empty when the title is unknown. */
    public List<LegalInstrument> versions(String title) {
        return Collections.unmodifiableList(versionsByTitle.getOrDefault(title, List.of()));
    }

    public Optional<LegalInstrument> version(String title, LocalDate version) {
        return versions(title).stream().filter(v -> v.version().equals(version)).findFirst();
    }

    /** The version in force on {@code date}, or empty. */
    public Optional<LegalInstrument> inForce(String title, LocalDate date) {
        return versions(title).stream()
                .filter(v -> v.effective().contains(date))
                .findFirst();
    }

    /** The words cited, or empty when the version or the provision is not held. */
    public Optional<String> words(Citation.OfProvision citation) {
        return version(citation.law(), citation.version()).flatMap(law -> law.words(citation.at()));
    }

    /** A library with the versions of both; where both hold the same version of a title, the articles are joined. */
    public LawLibrary with(Collection<LegalInstrument> others) {
        Map<String, LegalInstrument> merged = new TreeMap<>();
        versionsByTitle.values().forEach(list -> list.forEach(v -> merged.put(v.title() + "@" + v.version(), v)));
        for (LegalInstrument other : others) {
            merged.merge(other.title() + "@" + other.version(), other, LawLibrary::joined);
        }
        return new LawLibrary(merged.values());
    }

    private static LegalInstrument joined(LegalInstrument first, LegalInstrument second) {
        Map<String, LegalInstrument.Article> articles =
                new TreeMap<>(Comparator.comparing(ProvisionPath::parse, ProvisionPath.ORDER));
        articles.putAll(second.articles());
        articles.putAll(first.articles());
        return new LegalInstrument(
                first.title(),
                first.level(),
                first.effective(),
                both(first.source(), second.source()),
                both(first.confidence(), second.confidence()),
                articles);
    }

    private static String both(String first, String second) {
        return first.equals(second) || second.isBlank() ? first : first + " + " + second;
    }
}
