package cn.faheng.server.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text that a database looks through for a row: names, codes and pinyin initials, in small letters without signs between them.
 * A row matches where its text contains what is typed; {@link #pairs} let an index find the rows that may.
 */
public final class SearchText {

    private static final int WAYS_TO_READ = 16;
    private static final int LONGEST = 100;

    private SearchText() {}

    /** The text of a row: {@code name} also by its initials, {@code codes} as they are. */
    public static String of(String name, List<String> codes) {
        Set<String> lines = new LinkedHashSet<>();
        lines.add(normalised(name));
        codes.forEach(code -> lines.add(normalised(code)));
        lines.addAll(new Pinyin(name).initials(WAYS_TO_READ));
        lines.remove("");
        return String.join("\n", lines);
    }

    /** What is typed, as it would stand in a text; at most {@value #LONGEST} signs of it. */
    public static String normalised(String typed) {
        String bare = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s'’《》、，,。“”\"（）()·\\-]", "");
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    /** A pattern of SQL's {@code like} for texts that contain what is typed; of nothing, for all. */
    public static String containing(String typed) {
        return "%" + normalised(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Every two neighbouring signs, for an index on them. */
    public static String[] pairs(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String line : text.split("\n", -1)) {
            for (int i = 0; i + 2 <= line.length(); i++) {
                pairs.add(line.substring(i, i + 2));
            }
        }
        return pairs.toArray(new String[0]);
    }
}
