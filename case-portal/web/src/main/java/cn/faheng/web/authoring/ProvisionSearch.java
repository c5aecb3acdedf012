package cn.faheng.web.authoring;

import cn.faheng.authoring.library.LawLibraryService;
import cn.faheng.rules.legal.ChineseNumerals;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds provisions to cite: by title and number, 食品安全法 124 or 食品安全法124/1, or by words of the article. */
@Component
final class ProvisionSearch {

    private static final int MOST = 20;
    private static final int SHOWN = 120;
    private static final Pattern WITH_NUMBER =
            Pattern.compile("(.*?)[\\s第]*(\\d{1,4}(?:-\\d{1,2})?(?:/\\d{0,2}){0,3})[条款]?");

    private final LawLibraryService library;

    /** A place as a decision cites it: 食品安全法第一百二十四条第一款第（一）项. */
    private static final Pattern CITED = Pattern.compile(
            "(.*?)\\s*第([^条]{1,8})条(?:之([^第]{1,3}))?" + "(?:第([^款]{1,4})款)?(?:第[（(]?([^）)项]{1,4})[）)]?项)?");

    ProvisionSearch(LawLibraryService library) {
        this.library = library;
    }

    /**
     * A provision found.
     *
     * @param law title of the instrument
     * @param version first day in force
     * @param at its place
     * @param title as a decision quotes it, with the version
     * @param words the beginning of its words
     */
    record Found(String law, String version, String at, String title, String words) {}

    List<Found> find(String query) {
        String typed = query.strip().replaceAll("[《》]", "");
        if (typed.isEmpty()) {
            return List.of();
        }
        Matcher cited = CITED.matcher(typed);
        if (cited.matches() && !cited.group(1).isBlank()) {
            return byNumber(cited.group(1).strip(), path(cited));
        }
        Matcher numbered = WITH_NUMBER.matcher(typed);
        return numbered.matches() && !numbered.group(1).isBlank()
                ? byNumber(numbered.group(1).strip(), numbered.group(2))
                : byWords(typed);
    }

    private List<Found> byNumber(String title, String number) {
        ProvisionPath at;
        try {
            at = ProvisionPath.parse(number);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (LegalInstrument law : lawsNamed(title)) {
            law.words(at).ifPresent(words -> found.add(found(law, at, words)));
        }
        return found.stream().limit(MOST).toList();
    }

    /** The place by its numbers, or what nothing is found by where they are none. */
    private static String path(Matcher cited) {
        String insertion = cited.group(3) == null ? "" : "-" + number(cited.group(3));
        String paragraph = cited.group(4) == null ? "" : "/" + number(cited.group(4));
        String item = cited.group(5) == null ? "" : (paragraph.isEmpty() ? "/1/" : "/") + number(cited.group(5));
        return number(cited.group(2)) + insertion + paragraph + item;
    }

    private static String number(String numeral) {
        return numeral.matches("\\d{1,4}")
                ? numeral
                : ChineseNumerals.parse(numeral).stream()
                        .mapToObj(String::valueOf)
                        .findFirst()
                        .orElse("?");
    }

    private List<LegalInstrument> lawsNamed(String title) {
        LawLibrary laws = library.library();
        List<LegalInstrument> named = new ArrayList<>();
        laws.titles().stream()
                .filter(known -> known.contains(title))
                .sorted(Comparator.comparingInt(String::length))
                .forEach(known -> {
                    List<LegalInstrument> versions = new ArrayList<>(laws.versions(known));
                    versions.sort(Comparator.comparing(LegalInstrument::version).reversed());
                    named.addAll(versions);
                });
        return named;
    }

    private List<Found> byWords(String words) {
        LawLibrary laws = library.library();
        List<Found> found = new ArrayList<>();
        for (String title : laws.titles()) {
            List<LegalInstrument> versions = laws.versions(title);
            LegalInstrument newest = versions.get(versions.size() - 1);
            for (Map.Entry<String, LegalInstrument.Article> article :
                    newest.articles().entrySet()) {
                if (article.getValue().text().contains(words)) {
                    found.add(found(
                            newest,
                            ProvisionPath.parse(article.getKey()),
                            article.getValue().text()));
                }
                if (found.size() >= MOST) {
                    return found;
                }
            }
        }
        return found;
    }

    private static Found found(LegalInstrument law, ProvisionPath at, String words) {
        String shown = words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
        return new Found(
                law.title(),
                law.version().toString(),
                at.toString(),
                "《" + law.title() + "》" + at.chinese() + "（" + law.version() + "起施行）",
                shown);
    }
}
