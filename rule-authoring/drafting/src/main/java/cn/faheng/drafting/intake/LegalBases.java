package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceBasis;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.rules.legal.ChineseNumerals;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the provisions that a source names into citations of a version, and quotes those that are not held. */
final class LegalBases {

    private static final Pattern PARAGRAPH = Pattern.compile("第([一二三四五六七八九十]+)款");
    private static final Pattern ITEM = Pattern.compile("第[（(]?([一二三四五六七八九十]+)[）)]?项");

    private static final LocalDate UNKNOWN_DAY = LocalDate.of(2000, 1, 1);

    private final SourceItem item;
    private final LawLibrary held;
    private final LawLibrary library;
    private final LocalDate from;
    private final Questions questions;
    private final Map<String, LegalInstrument> quoted = new LinkedHashMap<>();
    private final List<SheetBasis> bases = new ArrayList<>();

    LegalBases(SourceItem item, IntakeContext context, LocalDate from, Questions questions) {
        this.item = item;
        this.held = context.base().law();
        this.library = context.library();
        this.from = from;
        this.questions = questions;
        String role = item.isStatute() ? "penalty" : "parent";
        List<SourceBasis> named = item.bases().isEmpty() ? QuotedProvision.named(item.statute()) : item.bases();
        if (item.bases().isEmpty() && !named.isEmpty()) {
            questions.note("来源没有单列处罚依据，依据取自所引条文的标题。");
        }
        for (SourceBasis basis : named) {
            add(basis, role);
        }
        if (bases.isEmpty()) {
            questions.ask("basis", "", "来源没有写明处罚依据。请填写法律、版本和条款。");
            bases.add(unnamed("来源未载处罚依据", role));
        }
    }

    List<SheetBasis> bases() {
        return List.copyOf(bases);
    }

    List<LegalInstrument> quoted() {
        return List.copyOf(quoted.values());
    }

    private void add(SourceBasis basis, String role) {
        Optional<String> title = title(basis.law());
        if (title.isEmpty()) {
            return;
        }
        if (basis.article() <= 0) {
            questions.ask("basis", basis.law(), "依据《" + basis.law() + "》没有写明是第几条。请填写条款。");
            bases.add(unnamed(title.get(), role));
            return;
        }
        LocalDate version = version(title.get(), basis);
        for (ProvisionPath path : paths(basis)) {
            ProvisionPath at = place(title.get(), version, path);
            SheetBasis found = new SheetBasis(role, title.get(), version, at.toString());
            if (!bases.contains(found)) {
                bases.add(found);
            }
        }
    }

    /** Stands in the place of a provision that the source does not name, without naming one. */
    private SheetBasis unnamed(String law, String role) {
        return SheetBasis.ofDocument(role, new SheetSource(law, "", "来源未载明", null, null, "来源没有写明条款"), from);
    }

    /** The title as the libraries have it; empty where the words are no title of their own. */
    private Optional<String> title(String named) {
        String law = Words.name(named).replaceFirst("^《", "").replaceFirst("》$", "");
        for (String candidate : candidates(law)) {
            if (!held.versions(candidate).isEmpty()
                    || !library.versions(candidate).isEmpty()) {
                if (!candidate.equals(law)) {
                    questions.note("依据“" + law + "”即《" + candidate + "》。");
                }
                return Optional.of(candidate);
            }
        }
        if (law.matches("条例|办法|规定|法|本法|本条例")) {
            boolean other = item.bases().stream()
                    .anyMatch(b -> b.law().length() > law.length() && b.law().endsWith(law));
            if (other) {
                questions.note("依据中的“" + law + "”指同一事项引用的另一部" + law + "，不另列。");
                return Optional.empty();
            }
            return Optional.of(fullTitle(law));
        }
        return Optional.of(law);
    }

    /** The only instrument of this sort that the item quotes by its full title. */
    private String fullTitle(String law) {
        Set<String> found = new LinkedHashSet<>();
        Matcher m = Pattern.compile("《([^》]{3,40}" + law + ")》").matcher(item.statute() + item.violated());
        while (m.find()) {
            found.add(m.group(1));
        }
        if (found.size() == 1) {
            String full = found.iterator().next();
            questions.note("依据中的“" + law + "”按所引条文指《" + full + "》。");
            return full;
        }
        questions.ask("basis", law, "依据只写“" + law + "”，不知道是哪一部。请填写全称和条款。");
        return law;
    }

    private static Set<String> candidates(String law) {
        Set<String> candidates = new LinkedHashSet<>();
        String brackets =
                law.replace('<', '〈').replace('>', '〉').replace('《', '〈').replace('》', '〉');
        for (String one : List.of(law, brackets)) {
            candidates.add(one);
            candidates.add(one.replace("〈中华人民共和国", "〈"));
            candidates.add("中华人民共和国" + one);
            candidates.add(one.replaceFirst("[一二三四五六七八九十]$", ""));
            candidates.add(one.replaceFirst("（\\d{4}年?(?:修订|修正|修改)?）$", ""));
        }
        return candidates;
    }

    private LocalDate version(String title, SourceBasis basis) {
        Optional<LocalDate> named = Dates.read(basis.version());
        if (named.isPresent()) {
            return named.get();
        }
        Optional<LegalInstrument> inForce = held.inForce(title, from).or(() -> library.inForce(title, from));
        if (inForce.isPresent()) {
            return inForce.get().version();
        }
        List<LegalInstrument> versions = new ArrayList<>(held.versions(title));
        versions.addAll(library.versions(title));
        if (!versions.isEmpty()) {
            LocalDate nearest = versions.get(0).version();
            questions.ask(
                    "basis", title, "《" + title + "》在" + from + "施行的版本不在法规库中，暂引" + nearest + "起施行的版本。请装入当时的版本或者改正。");
            return nearest;
        }
        // The same day for every table, so that what one of them quotes serves the next one too.
        LocalDate provisional = from.isBefore(UNKNOWN_DAY) ? from : UNKNOWN_DAY;
        questions.ask(
                "basis", title, "法规库没有《" + title + "》，来源也没有写明它自哪天起施行：版本暂记为" + provisional + "，条文暂照本表所引。请装入该法并核对条文。");
        return provisional;
    }

    private String basisVersion(String title) {
        return item.bases().stream()
                .filter(b -> title.contains(Words.name(b.law()).replaceAll("[《》]", "")))
                .map(SourceBasis::version)
                .filter(v -> !v.isBlank())
                .findFirst()
                .orElse("");
    }

    private List<ProvisionPath> paths(SourceBasis basis) {
        List<Integer> paragraphs = numbers(PARAGRAPH, basis.paragraph());
        List<Integer> items = numbers(ITEM, basis.item());
        if (basis.item().contains("等")) {
            questions.ask("basis", basis.item(), "依据写作“" + basis.item() + "”，没有列全。请补全各项。");
        }
        List<ProvisionPath> paths = new ArrayList<>();
        for (int paragraph : paragraphs.isEmpty() ? List.of(0) : paragraphs) {
            for (int one : items.isEmpty() ? List.of(0) : items) {
                paths.add(new ProvisionPath(basis.article(), 0, paragraph, one, 0));
            }
        }
        return paths;
    }

    private static List<Integer> numbers(Pattern pattern, String words) {
        List<Integer> numbers = new ArrayList<>();
        Matcher m = pattern.matcher(Words.squeezed(words));
        while (m.find()) {
            Numbers.read(m.group(1)).ifPresent(n -> numbers.add(n.intValue()));
        }
        return numbers;
    }

    /** The place if it is held; what only the library holds is quoted from it, and what nobody holds from the table. */
    private ProvisionPath place(String title, LocalDate version, ProvisionPath path) {
        if (held.version(title, version).flatMap(law -> law.words(path)).isPresent()) {
            return path;
        }
        Optional<LegalInstrument> known = library.version(title, version);
        if (known.flatMap(law -> law.words(path)).isPresent()) {
            known.ifPresent(law -> quote(law, path));
            return path;
        }
        Optional<LegalInstrument> partly = known.or(() -> held.version(title, version));
        if (partly.flatMap(law -> law.words(path.ofArticle())).isPresent()) {
            partly.ifPresent(law -> quote(law, path));
            questions.ask("basis", path.chinese(), "《" + title + "》没有" + path.chinese() + "，暂引该条。请核对款、项。");
            return path.ofArticle();
        }
        return fromTable(title, version, path, partly);
    }

    private void quote(LegalInstrument law, ProvisionPath path) {
        String article = path.ofArticle().toString();
        if (held.version(law.title(), law.version())
                .flatMap(l -> l.words(path.ofArticle()))
                .isEmpty()) {
            law.article(path).ifPresent(words -> put(law, article, words));
        }
    }

    private void put(LegalInstrument like, String number, LegalInstrument.Article article) {
        String key = like.title() + "@" + like.version();
        LegalInstrument before = quoted.get(key);
        Map<String, LegalInstrument.Article> articles =
                new LinkedHashMap<>(before == null ? Map.of() : before.articles());
        articles.putIfAbsent(number, article);
        quoted.put(
                key,
                new LegalInstrument(
                        like.title(), like.level(), like.effective(), like.source(), like.confidence(), articles));
    }

    private ProvisionPath fromTable(
            String title, LocalDate version, ProvisionPath path, Optional<LegalInstrument> known) {
        List<String> lines = QuotedProvision.lines(item.statute(), title, path);
        boolean unknown =
                held.versions(title).isEmpty() && library.versions(title).isEmpty();
        if (!unknown || Dates.read(basisVersion(title)).isPresent()) {
            questions.ask("basis", item.statute(), "法规库没有《" + title + "》" + path.chinese() + "，条文暂照本表所引。请装入该法并核对条文。");
        }
        LegalInstrument like = known.orElseGet(() -> new LegalInstrument(
                title,
                QuotedProvision.level(title),
                new EffectivePeriod(version, null),
                item.document().reference(),
                LegalInstrument.QUOTED,
                Map.of()));
        put(
                like,
                path.ofArticle().toString(),
                new LegalInstrument.Article("第" + ChineseNumerals.of(path.article()) + "条", lines));
        LegalInstrument now = quoted.get(title + "@" + version);
        return now != null && now.words(path).isPresent() ? path : path.ofArticle();
    }
}
