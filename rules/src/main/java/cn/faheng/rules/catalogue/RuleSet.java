package cn.faheng.rules.catalogue;

import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfDocument;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule set: the law, or a published benchmark, for one item over one period. Immutable.
 *
 * @param ref id and version
 * @param kind statute, benchmark or general part
 * @param itemCode item it belongs to, or null in the general part
 * @param hook hook of the general part, or null
 * @param fields fields of enforcement a hook is for; empty for all of them
 * @param effective days in force
 * @param jurisdiction where it is in force
 * @param authority who issued it
 * @param basis the provisions it rests on, by role
 * @param source the published document of a benchmark, or null
 * @param form how it computes: tiers, weights, range, …
 * @param facts the questions that establish its facts
 * @param penalties the penalties it speaks of
 * @param rows row id to row
 * @param leftToPerson what it does not decide
 * @param waivers findings of the table analysis that are accepted, with the reason
 * @param dmn the model, the source of truth
 * @param cases the cases that prove it, as CSV
 * @param notes what was read into it, Markdown
 * @param contentHash SHA-256 over the YAML and the model, hexadecimal
 * @param adoption where a division uses another one's benchmark, else null
 */
public record RuleSet(
        RuleSetRef ref,
        Kind kind,
        @Nullable String itemCode,
        @Nullable String hook,
        Set<String> fields,
        EffectivePeriod effective,
        Division jurisdiction,
        String authority,
        List<Basis> basis,
        @Nullable OfDocument source,
        String form,
        List<Fact> facts,
        List<Penalty> penalties,
        Map<String, Row> rows,
        List<String> leftToPerson,
        List<AnalysisWaiver> waivers,
        String dmn,
        String cases,
        String notes,
        String contentHash,
        @Nullable Adoption adoption) {

    public RuleSet {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        basis = List.copyOf(basis);
        facts = List.copyOf(facts);
        penalties = List.copyOf(penalties);
        // In the order of the file: what is shown and hashed from them must not depend on the run.
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        leftToPerson = List.copyOf(leftToPerson);
        waivers = List.copyOf(waivers);
    }

    /** What a rule set is. */
    public enum Kind {
        STATUTE,
        BENCHMARK,
        GENERAL
    }

    /** What a provision is to the rule set that cites it. */
    public enum Role {
        PENALTY,
        VIOLATED,
        PARENT,
        HOOK
    }

    /**
     * A provision the rule set rests on.
     *
     * @param role what it is to the rule set
     * @param citation the provision
     */
    public record Basis(Role role, Citation citation) {}

    /**
     * A finding of the table analysis that is accepted by name.
     *
     * @param table decision whose table it concerns
     * @param finding gap, overlap, skipped, …
     * @param reason why it is accepted
     */
    public record AnalysisWaiver(String table, String finding, String reason) {}

    /**
     * A division's use of a benchmark published elsewhere.
     *
     * @param division who uses it
     * @param mark how it is marked wherever it shows: 示范采用
     * @param note what a reader must know
     */
    public record Adoption(Division division, String mark, String note) {}

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    public List<Citation> citations(Role role) {
        return basis.stream().filter(b -> b.role() == role).map(Basis::citation).toList();
    }

    /** The same rule set, used in {@code division} over {@code period}. */
    public RuleSet adoptedBy(Adoption adoption, EffectivePeriod period) {
        return over(period, adoption.division(), adoption);
    }

    /** The same rule set, ended by a written act: its content and its hash stay what they were. */
    public RuleSet endedOn(LocalDate lastDay) {
        return over(new EffectivePeriod(effective.from(), lastDay), jurisdiction, adoption);
    }

    private RuleSet over(EffectivePeriod period, Division where, @Nullable Adoption adopted) {
        return new RuleSet(
                ref,
                kind,
                itemCode,
                hook,
                fields,
                period,
                where,
                authority,
                basis,
                source,
                form,
                facts,
                penalties,
                rows,
                leftToPerson,
                waivers,
                dmn,
                cases,
                notes,
                contentHash,
                adopted);
    }
}
