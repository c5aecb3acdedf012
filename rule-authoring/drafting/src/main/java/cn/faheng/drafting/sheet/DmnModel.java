package cn.faheng.drafting.sheet;

import java.util.List;
import java.util.Map;

/**
 * What a DMN file holds of a sheet.
 *
 * @param inputs its inputs in order
 * @param decisions its decisions in order; rows carry the annotation as their sentence and cite nothing
 */
record DmnModel(List<Input> inputs, List<SheetDecision> decisions) {
    DmnModel {
        inputs = List.copyOf(inputs);
        decisions = List.copyOf(decisions);
    }

    /**
     * An input.
     *
     * @param id id of the element
     * @param name name of the fact
     * @param type FEEL type: number, boolean, string, date, …
     * @param values allowed texts, empty where there is no enumeration
     */
    record Input(String id, String name, String type, List<String> values) {
        Input {
            values = List.copyOf(values);
        }
    }

    /**
     * A type that the file defines.
     *
     * @param type FEEL type it rests on
     * @param values allowed texts
     */
    record Type(String type, List<String> values) {
        Type {
            values = List.copyOf(values);
        }

        static Type of(Map<String, Type> defined, String name) {
            return defined.getOrDefault(name, new Type(name, List.of()));
        }
    }
}
