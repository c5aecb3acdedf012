package cn.faheng.rules.gate;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.LocalDate;
import java.util.Set;

/**
 * One version of a set of rules about cases.
 *
 * @param name topic and first day: officers/2021-07-15
 * @param effective the days on which it is law
 * @param jurisdiction where
 * @param fields fields of enforcement; empty for all of them
 * @param contentHash SHA-256 over its files, hexadecimal
 */
public record GateSet(
        String name, EffectivePeriod effective, Division jurisdiction, Set<String> fields, String contentHash) {

    public GateSet {
        fields = Set.copyOf(fields);
    }

    /** The topic, the same over all periods. */
    public String topic() {
        return name.substring(0, name.indexOf('/'));
    }

    /** Whether it is law for a field and a place on a day. */
    public boolean holds(String field, Division place, LocalDate day) {
        return effective.contains(day) && jurisdiction.contains(place) && (fields.isEmpty() || fields.contains(field));
    }
}
