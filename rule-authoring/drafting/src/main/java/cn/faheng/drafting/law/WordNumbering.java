package cn.faheng.drafting.law;

import cn.faheng.rules.legal.ChineseNumerals;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The numbers that Word writes by itself: 第一条, （一）, which are not in the words of a paragraph. */
final class WordNumbering {

    private static final int LEVELS = 9;

    private final Map<Integer, Level[]> byAbstract = new HashMap<>();
    private final Map<Integer, Integer> abstractOf = new HashMap<>();
    private final Map<String, int[]> ofStyle = new HashMap<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();

    /** A level of a numbering. */
    private static final class Level {
        private String format = "decimal";
        private String text = "";
        private int start = 1;
    }

    WordNumbering(byte @Nullable [] numbering, byte @Nullable [] styles) {
        if (numbering != null) {
            WordPackage.walk(numbering, new Definitions());
        }
        if (styles != null) {
            WordPackage.walk(styles, new Styles());
        }
    }

    /**
     * What Word writes before a paragraph, and counts on.
     *
     * @param numId numbering named by the paragraph, or -1
     * @param level its level
     * @param style style of the paragraph, or null
     * @return the number, an empty string where there is none, or null where its form is not known
     */
    @Nullable
    String next(int numId, int level, @Nullable String style) {
        int id = numId;
        int at = level;
        String name = style;
        for (int i = 0; id < 0 && name != null && i < 10; i++) {
            int[] named = ofStyle.get(name);
            if (named != null) {
                id = named[0];
                at = named[1];
            }
            name = basedOn.get(name);
        }
        Integer definition = abstractOf.get(id);
        Level[] levels = definition == null ? null : byAbstract.get(definition);
        if (definition == null || levels == null || at < 0 || at >= LEVELS) {
            return "";
        }
        int[] counter = counters.computeIfAbsent(definition, d -> new int[LEVELS]);
        counter[at] = counter[at] == 0 ? levels[at].start : counter[at] + 1;
        for (int i = at + 1; i < LEVELS; i++) {
            counter[i] = 0;
        }
        return written(levels, counter, at);
    }

    private static @Nullable String written(Level[] levels, int[] counter, int at) {
        String text = levels[at].text;
        for (int i = 0; i <= at; i++) {
            if (text.contains("%" + (i + 1))) {
                int value = counter[i] == 0 ? levels[i].start : counter[i];
                String number = number(levels[i].format, value);
                if (number == null) {
                    return levels[at].format.equals("bullet") || levels[at].format.equals("none") ? "" : null;
                }
                text = text.replace("%" + (i + 1), number);
            }
        }
        return levels[at].format.equals("bullet") ? "" : text;
    }

    private static @Nullable String number(String format, int value) {
        return switch (format) {
            case "decimal", "decimalFullWidth", "decimalHalfWidth", "decimalZero" -> String.valueOf(value);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "ideographDigital",
                    "japaneseDigitalTenThousand" -> value >= 1 && value <= 9999 ? ChineseNumerals.of(value) : null;
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value >= 1 && value <= 20 ? String.valueOf((char) ('①' + value - 1)) : null;
            case "decimalEnclosedParen" -> "(" + value + ")";
            case "decimalEnclosedFullstop" -> value + ".";
            case "ideographEnclosedCircle" -> value >= 1 && value <= 99 ? "（" + ChineseNumerals.of(value) + "）" : null;
            case "lowerLetter" -> value >= 1 && value <= 26 ? String.valueOf((char) ('a' + value - 1)) : null;
            case "upperLetter" -> value >= 1 && value <= 26 ? String.valueOf((char) ('A' + value - 1)) : null;
            default -> null;
        };
    }

    private final class Definitions implements WordPackage.Visitor {
        private int definition = -1;
        private int numbering = -1;
        private @Nullable Level level;

        @Override
        public void begin(String name, XMLStreamReader at) {
            switch (name) {
                case "abstractNum" -> {
                    definition = id(at, "abstractNumId");
                    Level[] levels = new Level[LEVELS];
                    for (int i = 0; i < LEVELS; i++) {
                        levels[i] = new Level();
                    }
                    byAbstract.put(definition, levels);
                    numbering = -1;
                }
                case "lvl" -> {
                    Level[] levels = byAbstract.get(definition);
                    int index = id(at, "ilvl");
                    level = levels != null && numbering < 0 && index >= 0 && index < LEVELS ? levels[index] : null;
                }
                case "num" -> {
                    numbering = id(at, "numId");
                    level = null;
                }
                case "abstractNumId" -> abstractOf.put(numbering, WordPackage.number(at, -1));
                default -> detail(name, at);
            }
        }

        private void detail(String name, XMLStreamReader at) {
            Level in = level;
            if (in == null) {
                return;
            }
            String value = WordPackage.attribute(at, "val");
            switch (name) {
                case "start" -> in.start = WordPackage.number(at, 1);
                case "numFmt" -> in.format = value == null ? "decimal" : value;
                case "lvlText" -> in.text = value == null ? "" : value;
                default -> {
                    // Indents and fonts do not change the number.
                }
            }
        }

        private static int id(XMLStreamReader at, String name) {
            String value = WordPackage.attribute(at, name);
            return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        }
    }

    private final class Styles implements WordPackage.Visitor {
        private String style = "";

        @Override
        public void begin(String name, XMLStreamReader at) {
            String value = WordPackage.attribute(at, "val");
            switch (name) {
                case "style" -> {
                    String id = WordPackage.attribute(at, "styleId");
                    style = id == null ? "" : id;
                }
                case "basedOn" -> basedOn.put(style, value == null ? "" : value);
                case "numId" -> ofStyle.computeIfAbsent(style, s -> new int[] {-1, 0})[0] = WordPackage.number(at, -1);
                case "ilvl" -> ofStyle.computeIfAbsent(style, s -> new int[] {-1, 0})[1] = WordPackage.number(at, 0);
                default -> {
                    // Nothing else numbers a paragraph.
                }
            }
        }
    }
}
