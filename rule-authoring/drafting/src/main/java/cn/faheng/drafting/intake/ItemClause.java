package cn.faheng.drafting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a provision as far as they concern one of its items: 有下列行为之一的，…：（一）…；（二）…。有前款第一项行为的，处…；有前款第二项行为的，处….
 *
 * @param words the words, with what concerns other items only left out
 * @param open whether sentences about particular items are left that could not be assigned
 */
record ItemClause(String words, boolean open) {

    private static final Pattern MARK = Pattern.compile("(?<![第\\u4e00-\\u9fa5、])[（(]?([一二三四五六七八九十]{1,3})[）)]");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:有)?(?:前款|本条第[一二三四五]款)((?:第[（(]?[一二三四五六七八九十]{1,3}[）)]?项[、和及至]?(?:或者)?)*)(?:规定)?的?(?:行为|情形)(?:之一)?(?:的)?[，,]");
    private static final Pattern NUMBER = Pattern.compile("第[（(]?([一二三四五六七八九十]{1,3})[）)]?项");
    private static final Pattern ASIDE = Pattern.compile("对前款第[^。；]*(?:另有规定|适用其规定)[^。；]*[。；]?");

    /**
     * Picks out what concerns some items.
     *
     * @param words words of the provision
     * @param items numbers of the items in Chinese numerals; empty where none is named
     */
    static ItemClause of(String words, List<String> items) {
        String text = words.replaceAll("[ \\t\\u3000\\u00A0]+", "").strip();
        int tail = tail(text);
        String head = text.substring(0, tail);
        String lead = withoutItems(head, items);
        List<Segment> segments = segments(text.substring(tail));
        if (segments.isEmpty()) {
            return new ItemClause(lead + text.substring(tail), false);
        }
        boolean named = segments.stream().anyMatch(s -> !s.items().isEmpty());
        if (named && items.isEmpty()) {
            return new ItemClause(text, true);
        }
        StringBuilder said = new StringBuilder();
        for (Segment segment : segments) {
            if (segment.items().isEmpty() || segment.items().containsAll(items)) {
                said.append(segment.words());
            } else if (segment.items().stream().anyMatch(items::contains)) {
                return new ItemClause(text, true);
            }
        }
        String bare = said.length() == 0 ? lead : lead.replaceAll("[，、]?(?:并)?处(?:以)?罚款(?=[；，。：])", "");
        return new ItemClause(bare.replaceFirst("[：:；]?$", "。") + "\n" + said, false);
    }

    /** Where sentences about the items begin, or the end. */
    private static int tail(String text) {
        Matcher about = ABOUT.matcher(text);
        return about.find() ? about.start() : text.length();
    }

    /** The lead-in and, of the items, those that are asked for and impose something themselves. */
    private static String withoutItems(String head, List<String> items) {
        List<int[]> marks = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Matcher mark = MARK.matcher(head);
        while (mark.find()) {
            marks.add(new int[] {mark.start(), mark.end()});
            numbers.add(mark.group(1));
        }
        if (marks.isEmpty() || items.isEmpty()) {
            return head;
        }
        StringBuilder kept = new StringBuilder(head.substring(0, marks.get(0)[0]));
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1)[0] : head.length();
            String own = head.substring(marks.get(i)[1], end);
            boolean imposes = own.matches("(?s).*(?:罚款|没收|警告|吊销|责令).*");
            if (imposes && items.contains(numbers.get(i))) {
                kept.append(own);
            }
        }
        return kept.toString();
    }

    /** A sentence and the items it is about; about all of them where it names none. */
    private record Segment(List<String> items, String words) {}

    private static List<Segment> segments(String tail) {
        String text = ASIDE.matcher(tail).replaceAll("");
        List<Segment> segments = new ArrayList<>();
        Matcher about = ABOUT.matcher(text);
        List<String> items = null;
        int from = 0;
        while (about.find()) {
            if (items != null) {
                segments.add(new Segment(items, text.substring(from, about.start())));
            }
            items = new ArrayList<>();
            Matcher number = NUMBER.matcher(about.group(1));
            while (number.find()) {
                items.add(number.group(1));
            }
            from = about.end();
        }
        if (items != null) {
            segments.add(new Segment(items, text.substring(from)));
        }
        return segments;
    }
}
