package cn.faheng.web.authoring;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What versions are called where the log names them by their addresses. Templates know it as {@code names}. */
public final class VersionNames {

    private final Catalogue catalogue;

    VersionNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The versions that events speak of, as far as the rule base of today holds them. */
    Map<RuleSetRef, RuleSet> held(List<Publication> events) {
        Map<RuleSetRef, RuleSet> held = new HashMap<>();
        for (Publication event : events) {
            event.versions().forEach(version -> add(version.ruleSet(), held));
            event.endings().forEach(ending -> add(ending.ruleSet(), held));
        }
        return held;
    }

    private void add(RuleSetRef ref, Map<RuleSetRef, RuleSet> held) {
        catalogue.ruleSet(ref).ifPresent(version -> held.put(ref, version));
    }

    /** The act it punishes; of the general part its document. */
    public String of(RuleSet version) {
        return Optional.ofNullable(version.itemCode())
                .flatMap(catalogue::item)
                .map(Item::name)
                .orElseGet(() -> version.source() == null
                        ? version.authority()
                        : version.source().chinese());
    }

    /** What an item is called, or its code where it is not held any more. */
    public String ofItem(String code) {
        return catalogue.item(code).map(Item::name).orElse(code);
    }
}
