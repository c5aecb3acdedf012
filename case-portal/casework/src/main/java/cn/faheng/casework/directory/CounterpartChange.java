package cn.faheng.casework.directory;

import java.util.List;

/**
 * Something that happened to a counterpart.
 *
 * @param kind made, changed, merged or revealed
 * @param by who, and when
 * @param reason why, or empty
 * @param fields names of the fields that changed
 */
public record CounterpartChange(String kind, Version.Signature by, String reason, List<String> fields) {
    public CounterpartChange {
        fields = List.copyOf(fields);
    }
}
