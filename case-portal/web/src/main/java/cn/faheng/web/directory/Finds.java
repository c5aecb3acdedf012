package cn.faheng.web.directory;

import cn.faheng.casework.directory.Find;
import java.util.Map;

/** Reads what is looked for from the query of an address. */
final class Finds {

    private Finds() {}

    static Find of(Map<String, String> query) {
        return new Find(
                query.getOrDefault("q", ""),
                query.getOrDefault("division", ""),
                query.getOrDefault("body", ""),
                query.getOrDefault("field", ""),
                query.getOrDefault("kind", ""),
                query.getOrDefault("after", ""),
                Find.PER_PAGE);
    }
}
