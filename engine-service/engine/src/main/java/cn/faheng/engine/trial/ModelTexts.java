package cn.faheng.engine.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * A DMN model and every model that it imports, directly or not, as XML.
 *
 * @param model the model that is tried
 * @param imports the models that are imported, found by their namespace and name; in any order
 */
public record ModelTexts(String model, List<String> imports) {

    public ModelTexts {
        imports = List.copyOf(imports);
    }

    /** The model alone. */
    public static ModelTexts of(String model) {
        return new ModelTexts(model, List.of());
    }

    /** The model first, then what it imports. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        all.add(model);
        all.addAll(imports);
        return all;
    }

    /** Where a text stands in the request: {@code /model} or {@code /imports/0}. */
    static String pointer(int index) {
        return index == 0 ? "/model" : "/imports/" + (index - 1);
    }
}
