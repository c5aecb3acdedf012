package cn.faheng.drafting.law;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.ProvisionPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rule sets and drafts rest on a provision. */
public final class CitationImpact {

    private CitationImpact() {}

    /**
     * A rule set or a draft that cites a provision of a version.
     *
     * @param ruleSet the rule set, or null where it is a draft
     * @param draft id of the draft, or null where it is a rule set
     * @param name its name
     * @param at the provision
     * @param roles what the provision is to it: penalty, violated, parent, hook; row where rows cite it
     * @param rows ids of the rows that cite it
     */
    public record Citing(
            @Nullable RuleSet ruleSet,
            @Nullable String draft,
            String name,
            ProvisionPath at,
            Set<String> roles,
            List<String> rows) {
        public Citing {
            roles = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(roles));
            rows = List.copyOf(rows);
        }
    }

    /**
     * A draft as far as its citations go.
     *
     * @param id id of the draft
     * @param name its name
     * @param sheet what it says
     */
    public record DraftSheet(String id, String name, Sheet sheet) {}

    /**
     * Someone who cites a provision, and what becomes of the provision.
     *
     * @param citing who
     * @param fate what becomes of it
     */
    public record Affected(Citing citing, ProvisionFate fate) {}

    /**
     * Who cites a version of an instrument, provision by provision.
     *
     * @param at only provisions at or below this place, or null for all
     */
    public static List<Citing> citing(
            Collection<RuleSet> ruleSets,
            Collection<DraftSheet> drafts,
            String law,
            LocalDate version,
            @Nullable ProvisionPath at) {
        List<Citing> all = new ArrayList<>();
        for (RuleSet ruleSet : ruleSets) {
            Found found = new Found(law, version, at);
            ruleSet.basis()
                    .forEach(basis -> found.role(basis.citation(), basis.role().name()));
            for (Row row : ruleSet.rows().values()) {
                row.citations().forEach(citation -> found.row(citation, row.id()));
            }
            found.places.forEach(
                    (place, use) -> all.add(new Citing(ruleSet, null, name(ruleSet), place, use.roles, use.rows)));
        }
        for (DraftSheet draft : drafts) {
            Found found = new Found(law, version, at);
            draft.sheet().basis().forEach(basis -> found.role(citation(basis), basis.role()));
            for (SheetDecision decision : draft.sheet().decisions()) {
                for (SheetRow row : decision.rows()) {
                    row.cites().forEach(cite -> {
                        Citation citation = citation(draft.sheet(), cite);
                        if (citation != null) {
                            found.row(citation, row.id());
                        }
                    });
                }
            }
            found.places.forEach(
                    (place, use) -> all.add(new Citing(null, draft.id(), draft.name(), place, use.roles, use.rows)));
        }
        return all;
    }

    /** Those whose provision changes, moves or ends under {@code fates}; those whose provision stays the same are left out. */
    public static List<Affected> affected(List<Citing> citing, ProvisionFates fates) {
        return citing.stream()
                .map(c -> new Affected(c, fates.of(c.at())))
                .filter(a -> a.fate().kind() != ProvisionFate.Kind.SAME)
                .toList();
    }

    private static String name(RuleSet ruleSet) {
        return ruleSet.source() == null ? ruleSet.authority() : ruleSet.source().document();
    }

    private static @Nullable Citation citation(SheetBasis basis) {
        return place(basis.law(), basis.version(), basis.at());
    }

    /** A row cites a place in the law of the first basis unless it names another one. */
    private static @Nullable Citation citation(Sheet sheet, SheetCitation cite) {
        String at = cite.at();
        if (cite.source() || at == null) {
            return null;
        }
        SheetBasis first = sheet.basis().isEmpty() ? null : sheet.basis().get(0);
        String law = cite.law() != null ? cite.law() : first == null ? null : first.law();
        LocalDate version = cite.version() != null ? cite.version() : first == null ? null : first.version();
        return law == null || version == null ? null : place(law, version, at);
    }

    private static @Nullable Citation place(String law, LocalDate version, String at) {
        try {
            return new Citation.OfProvision(law, version, ProvisionPath.parse(at));
        } catch (IllegalArgumentException e) {
            return null; // A draft may be half written; its check says so.
        }
    }

    private static final class Use {
        private final Set<String> roles = new LinkedHashSet<>();
        private final List<String> rows = new ArrayList<>();
    }

    /** The provisions of a version that one rule set or draft cites. */
    private static final class Found {
        private final String law;
        private final LocalDate version;
        private final @Nullable ProvisionPath within;
        private final Map<ProvisionPath, Use> places = new LinkedHashMap<>();

        Found(String law, LocalDate version, @Nullable ProvisionPath within) {
            this.law = law;
            this.version = version;
            this.within = within;
        }

        void role(@Nullable Citation citation, String role) {
            Use use = use(citation);
            if (use != null) {
                use.roles.add(role.toLowerCase(Locale.ROOT));
            }
        }

        void row(Citation citation, String row) {
            Use use = use(citation);
            if (use != null) {
                use.roles.add("row");
                if (!use.rows.contains(row)) {
                    use.rows.add(row);
                }
            }
        }

        private @Nullable Use use(@Nullable Citation citation) {
            return citation instanceof Citation.OfProvision provision
                            && provision.law().equals(law)
                            && provision.version().equals(version)
                            && meets(provision.at())
                    ? places.computeIfAbsent(provision.at(), p -> new Use())
                    : null;
        }

        /** A citation of the whole article rests on each of its paragraphs too. */
        private boolean meets(ProvisionPath cited) {
            ProvisionPath asked = within;
            return asked == null
                    || (asked.article() == cited.article()
                            && asked.insertion() == cited.insertion()
                            && agree(asked.paragraph(), cited.paragraph())
                            && agree(asked.item(), cited.item())
                            && agree(asked.subItem(), cited.subItem()));
        }

        private static boolean agree(int one, int other) {
            return one == 0 || other == 0 || one == other;
        }
    }
}
