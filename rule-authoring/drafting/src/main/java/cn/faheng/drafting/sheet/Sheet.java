package cn.faheng.drafting.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule set as a lawyer sees it: what the table editor shows, what an import yields, and what becomes the DMN that the
 * engine runs. Its JSON is that of the contract's schema {@code Sheet}.
 *
 * @param item the item it belongs to, or null in the general part
 * @param kind statute, benchmark or general
 * @param hook hook of the general part, or null
 * @param fields fields of enforcement a hook is for; empty for all of them
 * @param effectiveFrom first day in force; names the version
 * @param effectiveTo last day in force, or null where the end is open
 * @param jurisdiction division by GB/T 2260, six digits; 000000 the whole country
 * @param authority who issued it
 * @param basis the provisions it rests on
 * @param source the published document of a benchmark, or null
 * @param form tiers, weights, bands, range, fixed, …, as in the rule-set format
 * @param facts the questions
 * @param penalties the penalties it speaks of
 * @param decisions its decisions in order; the last one is {@code penalty} unless it is of the general part
 * @param leftToPerson what it does not decide
 * @param waivers findings of the table analysis that are accepted by name
 * @param notes what was read into it, Markdown
 */
public record Sheet(
        @Nullable SheetItem item,
        String kind,
        @Nullable String hook,
        List<String> fields,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String jurisdiction,
        String authority,
        List<SheetBasis> basis,
        @Nullable SheetSource source,
        String form,
        List<SheetFact> facts,
        List<SheetPenalty> penalties,
        List<SheetDecision> decisions,
        List<String> leftToPerson,
        List<SheetWaiver> waivers,
        String notes) {

    public Sheet {
        fields = List.copyOf(fields);
        basis = List.copyOf(basis);
        facts = List.copyOf(facts);
        penalties = List.copyOf(penalties);
        decisions = List.copyOf(decisions);
        leftToPerson = List.copyOf(leftToPerson);
        waivers = List.copyOf(waivers);
    }

    /** The same for another item. */
    public Sheet withItem(@Nullable SheetItem other) {
        return with(copy -> copy.item = other);
    }

    /** The same in force from another first day to another last day. */
    public Sheet withPeriod(LocalDate from, @Nullable LocalDate to) {
        return with(copy -> {
            copy.effectiveFrom = from;
            copy.effectiveTo = to;
        });
    }

    /** The same for another division. */
    public Sheet withJurisdiction(String division) {
        return with(copy -> copy.jurisdiction = division);
    }

    /** The same issued by another authority. */
    public Sheet withAuthority(String issuer) {
        return with(copy -> copy.authority = issuer);
    }

    /** The same resting on other provisions. */
    public Sheet withBasis(List<SheetBasis> provisions) {
        return with(copy -> copy.basis = provisions);
    }

    /** The same from another published document. */
    public Sheet withSource(@Nullable SheetSource document) {
        return with(copy -> copy.source = document);
    }

    /** The same with other questions. */
    public Sheet withFacts(List<SheetFact> questions) {
        return with(copy -> copy.facts = questions);
    }

    /** The same with other penalties. */
    public Sheet withPenalties(List<SheetPenalty> others) {
        return with(copy -> copy.penalties = others);
    }

    /** The same with other decisions. */
    public Sheet withDecisions(List<SheetDecision> others) {
        return with(copy -> copy.decisions = others);
    }

    /** The same leaving other things to a person. */
    public Sheet withLeftToPerson(List<String> left) {
        return with(copy -> copy.leftToPerson = left);
    }

    /** The same with other notes. */
    public Sheet withNotes(String markdown) {
        return with(copy -> copy.notes = markdown);
    }

    private Sheet with(Consumer<SheetCopy> change) {
        SheetCopy copy = new SheetCopy(this);
        change.accept(copy);
        return copy.sheet();
    }

    /**
     * The item, as in item.yaml.
     *
     * @param code the item's number, also its folder
     * @param name name in Chinese
     * @param nameEn the same in English
     * @param field field of enforcement
     * @param organ who holds the power, in the law's words
     * @param aliases other numbers under which the same item is published
     */
    public record SheetItem(String code, String name, String nameEn, String field, String organ, List<String> aliases) {
        public SheetItem {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A provision the rule set rests on.
     *
     * @param role penalty, violated, parent or hook
     * @param law title of the instrument
     * @param version first day in force of the version cited
     * @param at article/paragraph/item/sub-item
     * @param document a published document that is no instrument of the library, or null; {@code law}, {@code version} and {@code at}
     *     then only repeat its title, the sheet's first day and the section
     */
    public record SheetBasis(String role, String law, LocalDate version, String at, @Nullable SheetSource document) {
        public SheetBasis(String role, String law, LocalDate version, String at) {
            this(role, law, version, at, null);
        }

        /** A published document that is no instrument of the library. */
        public static SheetBasis ofDocument(String role, SheetSource document, LocalDate firstDay) {
            String item = document.item();
            return new SheetBasis(role, document.document(), firstDay, item == null ? "" : item, document);
        }
    }

    /** The published document of a benchmark, as in {@code source} of ruleset.yaml. */
    public record SheetSource(
            String document,
            String number,
            String issuer,
            @Nullable String item,
            @Nullable String reference,
            String confidence) {}

    /**
     * A penalty the rule set speaks of.
     *
     * @param id id, also the column of the decision {@code penalty}
     * @param kind code of the kind
     * @param subject party or responsible-person
     * @param label name shown, or null for the kind's own
     */
    public record SheetPenalty(String id, String kind, String subject, @Nullable String label) {}

    /** A finding of the table analysis that is accepted, with the reason. */
    public record SheetWaiver(String table, String finding, String reason) {}
}
