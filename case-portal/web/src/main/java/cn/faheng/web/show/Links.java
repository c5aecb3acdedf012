package cn.faheng.web.show;

import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.rules.catalogue.RuleSetRef;
import org.jspecify.annotations.Nullable;

/** Addresses of pages. Templates know it as {@code links}. */
public final class Links {

    /** Where the page of a rule set is. */
    public String ruleSet(RuleSetRef ref) {
        return "/rulesets/" + ref.id() + "/" + ref.version();
    }

    /** Where the page of a rule set is. */
    public String ruleSet(RuleSetUseBody use) {
        return path(use);
    }

    static String path(RuleSetUseBody use) {
        return "/rulesets/" + use.getId() + "/" + use.getVersion();
    }

    /** Where the row {@code address} stands, written {@code path@day#row} or {@code path@day}; null where there is no address. */
    public @Nullable String row(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int hash = address.indexOf('#');
        String ref = hash < 0 ? address : address.substring(0, hash);
        String anchor = hash < 0 ? "" : "#row-" + address.substring(hash + 1);
        return ruleSet(RuleSetRef.parse(ref)) + anchor;
    }

    /** The row's number in its address; empty where the address is that of a whole rule set. */
    public String rowName(@Nullable String address) {
        int hash = address == null ? -1 : address.indexOf('#');
        return address == null || hash < 0 ? "" : address.substring(hash + 1);
    }
}
