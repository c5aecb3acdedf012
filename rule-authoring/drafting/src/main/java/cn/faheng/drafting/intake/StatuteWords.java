package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.ClauseReader;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.FineForm;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.ChineseNumerals;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the words of the provision that an item rests on: the text that is held, held against what the table quotes. */
final class StatuteWords {

    private static final Pattern BARE = Pattern.compile("(单位|个人)?[：:]?([^；;。，]*元[^；;。，]*)");

    private final SourceItem item;
    private final IntakeContext context;
    private final Questions questions;

    StatuteWords(SourceItem item, IntakeContext context, Questions questions) {
        this.item = item;
        this.context = context;
        this.questions = questions;
    }

    /**
     * A provision that fixes a fine.
     *
     * @param basis the provision
     * @param reading what was read in its words as far as they concern the item
     * @param problem why it cannot be the measure of the item, in Chinese, or null
     * @param held whether the words are those of the held text
     * @param modeKnown whether the words say that the penalty must or may be imposed; a bare amount does not
     * @param lastDay last day of the version, or null where it is open or not known
     */
    record Found(
            SheetBasis basis,
            ClauseReading reading,
            @Nullable String problem,
            boolean held,
            boolean modeKnown,
            @Nullable LocalDate lastDay) {

        boolean fines() {
            return reading.forms().stream().anyMatch(f -> f.kind() == PenaltyKind.FINE && f.fine() != null);
        }

        int article() {
            return ProvisionPath.parse(basis.at()).article();
        }

        Set<FineForm> amounts() {
            return reading.forms().stream()
                    .map(PenaltyForm::fine)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    /** The first provision that fixes a fine, else the first one with words; empty where there are none. */
    Optional<Found> find(List<SheetBasis> bases) {
        List<Found> all = new ArrayList<>();
        for (SheetBasis basis : bases) {
            if (basis.document() == null) {
                all.addAll(of(basis, bases));
            }
        }
        List<Found> fining = all.stream().filter(Found::fines).toList();
        if (fining.isEmpty()) {
            return all.stream().findFirst();
        }
        boolean several = fining.stream().map(Found::amounts).distinct().count() > 1
                && fining.stream()
                                .map(f -> f.basis().law() + f.article())
                                .distinct()
                                .count()
                        > 1;
        Found first = fining.get(0);
        return Optional.of(
                several
                        ? new Found(
                                first.basis(),
                                first.reading(),
                                "所引的几条各有不同的罚款幅度，来源没有写明各在什么情形下适用",
                                first.held(),
                                first.modeKnown(),
                                first.lastDay())
                        : first);
    }

    private List<Found> of(SheetBasis basis, List<SheetBasis> bases) {
        ProvisionPath path = ProvisionPath.parse(basis.at());
        List<String> items = items(basis, path, bases);
        String quotation = item.statute().isBlank() ? "" : QuotedProvision.wordsOf(item.statute(), basis.law());
        Optional<LegalInstrument.Article> article = article(basis, path);
        List<Found> found = new ArrayList<>();
        boolean agrees = article.isEmpty() || agrees(basis, path, quotation, heldText(basis, bases));
        String full = inFull(quotation);
        boolean summary = !full.equals(quotation);
        if (!quotation.isBlank() && agrees && (article.isEmpty() || !summary)) {
            found.add(read(basis, full, items, false, !summary));
        }
        article.ifPresent(held -> found.add(read(basis, paragraphs(held, path), items, true, true)));
        return found;
    }

    private Found read(SheetBasis basis, String words, List<String> items, boolean held, boolean modeKnown) {
        ItemClause clause = ItemClause.of(words.replaceAll("(?<=[款件的])\\s*\\n(?=逾期|拒不|情节)", "；"), items);
        String problem = clause.open() ? "条文按项分别规定处罚，来源没有写明本事项属于哪一项" : null;
        String plain = clause.words().replaceAll("(?<=[。；\n])(?:有)?前款规定的?[^，。；]{0,30}的，(?=由|对)", "");
        return new Found(basis, ClauseReader.read(plain), problem, held, modeKnown, lastDay(basis));
    }

    /** The numbers of all items of the same article that the item rests on. */
    private static List<String> items(SheetBasis basis, ProvisionPath path, List<SheetBasis> bases) {
        return bases.stream()
                .filter(b -> b.document() == null && b.law().equals(basis.law()))
                .map(b -> ProvisionPath.parse(b.at()))
                .filter(p -> p.article() == path.article() && p.paragraph() == path.paragraph() && p.item() > 0)
                .map(p -> ChineseNumerals.of(p.item()))
                .distinct()
                .toList();
    }

    private Optional<LegalInstrument.Article> article(SheetBasis basis, ProvisionPath path) {
        return context.base()
                .law()
                .version(basis.law(), basis.version())
                .flatMap(law -> law.article(path))
                .or(() ->
                        context.library().version(basis.law(), basis.version()).flatMap(law -> law.article(path)));
    }

    /** All articles of the same law that the item rests on: a table quotes them together. */
    private String heldText(SheetBasis basis, List<SheetBasis> bases) {
        return bases.stream()
                .filter(b -> b.document() == null && b.law().equals(basis.law()))
                .flatMap(b -> article(b, ProvisionPath.parse(b.at())).stream())
                .map(LegalInstrument.Article::text)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private @Nullable LocalDate lastDay(SheetBasis basis) {
        return context.base()
                .law()
                .version(basis.law(), basis.version())
                .or(() -> context.library().version(basis.law(), basis.version()))
                .map(law -> law.effective().to())
                .orElse(null);
    }

    private boolean agrees(SheetBasis basis, ProvisionPath path, String quotation, String held) {
        if (quotation.isBlank()) {
            return true;
        }
        CitedWords.Difference difference = CitedWords.between(quotation, held);
        String place = "《" + basis.law() + "》（" + basis.version() + "起施行）"
                + path.ofArticle().chinese();
        if (difference.amounts().isEmpty()) {
            questions.note(
                    difference.others().isEmpty()
                            ? "所引条文与法规库中" + place + "逐句一致。"
                            : "所引条文中关于处罚的句子与法规库中" + place + "一致；其余文字有出入：“"
                                    + Words.shortened(String.join("”“", difference.others()), 120) + "”。");
            return true;
        }
        questions.ask(
                "basis",
                String.join("；", difference.amounts()),
                "本表所引的“" + Words.shortened(String.join("”“", difference.amounts()), 160) + "”不见于" + place
                        + "。请核对所引的条款和版本；法定幅度按法规库中的条文读。");
        return false;
    }

    /** The paragraph with its items, and the paragraphs behind it that speak of it. */
    private static String paragraphs(LegalInstrument.Article article, ProvisionPath path) {
        if (path.paragraph() == 0) {
            return article.text();
        }
        List<LegalInstrument.Article.Place> places = article.places();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            String line = article.lines().get(i);
            boolean own = places.get(i).paragraph() == path.paragraph();
            boolean about = places.get(i).paragraph() == path.paragraph() + 1 && line.contains("前款第");
            if (own || about) {
                words.append(words.length() == 0 ? "" : "\n").append(line);
            }
        }
        return words.toString();
    }

    /** 单位500元以上3000元以下；个人200元以上1000元以下 stands for 对单位处…罚款. */
    private static String inFull(String quotation) {
        String text = Words.squeezed(quotation);
        if (text.matches("(?s).*(?:处|罚款|没收).*") || !text.contains("元")) {
            return quotation;
        }
        StringBuilder full = new StringBuilder();
        for (String part : text.split("[；;。，]", -1)) {
            Matcher bare = BARE.matcher(part);
            if (!bare.matches()) {
                return quotation;
            }
            full.append(full.length() == 0 ? "" : "，")
                    .append(bare.group(1) == null ? "" : "对" + bare.group(1))
                    .append("处")
                    .append(bare.group(2))
                    .append("的罚款");
        }
        return full.append("。").toString();
    }
}
