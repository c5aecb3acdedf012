package cn.faheng.drafting.impact;

import cn.faheng.drafting.draft.Overlay;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is needed to compute the impact of a draft on another machine: the files of the rule base, those of the draft, and the day.
 * The same package gives the same figures wherever it is opened.
 *
 * @param base path below the root of the rule base to text
 * @param draft the same of what the draft brings
 * @param versions the rule-set versions that are drafted, {@code path@day}
 * @param today the day of the computation, ISO
 */
public record ImpactPackage(Map<String, String> base, Map<String, String> draft, List<String> versions, String today)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    public ImpactPackage {
        base = new TreeMap<>(base);
        draft = new TreeMap<>(draft);
        versions = List.copyOf(versions);
    }

    public static ImpactPackage parse(String json) {
        return JSON.readValue(json, ImpactPackage.class);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    /**
     * The computation.
     *
     * @throws cn.faheng.rules.format.FormatException when the draft cannot be read in this rule base
     * @throws cn.faheng.engine.evaluation.InvalidModelException when its model does not compile
     */
    public Impact open() {
        RuleBase before = RuleBase.read(new Texts(base));
        TreeMap<String, String> together = new TreeMap<>(base);
        Set<RuleSetRef> refs = new HashSet<>();
        versions.forEach(version -> refs.add(RuleSetRef.parse(version)));
        // What the drafts replace or end would be in force beside them; the draft is read with the law and the items
        // alone.
        together.keySet().removeIf(path -> path.startsWith("rulesets/") && !path.endsWith("/item.yaml"));
        together.keySet().removeIf(path -> path.startsWith("adoptions/"));
        together.putAll(draft);
        RuleBase alone = RuleBase.read(new Texts(together));
        List<RuleSet> drafts = alone.catalogue().ruleSets().stream()
                .filter(ruleSet -> refs.contains(ruleSet.ref()))
                .toList();
        Item item = drafts.stream()
                .map(RuleSet::itemCode)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .flatMap(alone.catalogue()::item)
                .orElse(null);
        RuleBase law = new RuleBase(before.catalogue(), alone.law());
        LocalDate first = drafts.stream()
                .map(draft -> draft.effective().from())
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("The package holds none of its versions"));
        Impact impact = new Impact(
                before,
                Overlay.published(law, item, drafts, List.of()),
                Overlay.supposed(law, item, drafts, List.of()),
                LocalDate.parse(today),
                first);
        impact.compile(drafts);
        return impact;
    }

    private record Texts(NavigableMap<String, String> texts) implements ResourceTree {
        Texts(Map<String, String> texts) {
            this(Collections.unmodifiableNavigableMap(new TreeMap<>(texts)));
        }

        @Override
        public NavigableSet<String> paths() {
            return Collections.unmodifiableNavigableSet(new TreeSet<>(texts.keySet()));
        }

        @Override
        public String text(String path) {
            String text = texts.get(path);
            if (text == null) {
                throw new IllegalArgumentException("No file " + path + " in the package");
            }
            return text;
        }
    }
}
