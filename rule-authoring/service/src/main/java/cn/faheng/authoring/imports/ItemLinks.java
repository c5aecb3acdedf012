package cn.faheng.authoring.imports;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.NameLikeness;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which item of the rule base an item of a published table is. A table numbers its rows, it does not name the item, so that a second
 * table on the same violation would otherwise make the item twice.
 */
final class ItemLinks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String NATION = "中华人民共和国";

    private ItemLinks() {}

    /** Items whose statute rests on the same article as the draft, those that read most like it first. */
    static List<Item> candidates(Catalogue catalogue, DraftContent content) {
        String title =
                content.sheet().item() == null ? "" : content.sheet().item().name();
        return catalogue.items().stream()
                .filter(item -> catalogue.statutes(item.code()).stream().anyMatch(statute -> rests(statute, content)))
                .sorted(Comparator.comparingInt((Item item) -> -NameLikeness.thousandths(title, item.name()))
                        .thenComparing(Item::code))
                .toList();
    }

    /** The item that is meant unless somebody says otherwise. */
    static Optional<Item> likely(Catalogue catalogue, DraftContent content) {
        SheetItem own = content.sheet().item();
        if (own == null || catalogue.item(own.code()).isPresent()) {
            return Optional.empty();
        }
        return candidates(catalogue, content).stream()
                .findFirst()
                .filter(item -> NameLikeness.areAlike(own.name(), item.name()));
    }

    private static boolean rests(RuleSet statute, DraftContent content) {
        return statute.citations(RuleSet.Role.PENALTY).stream()
                .anyMatch(citation -> citation instanceof OfProvision provision
                        && content.sheet().basis().stream().anyMatch(basis -> same(provision, basis)));
    }

    private static boolean same(OfProvision provision, SheetBasis basis) {
        return basis.document() == null
                && !basis.at().isBlank()
                && bare(provision.law()).equals(bare(basis.law()))
                && article(basis.at())
                        .filter(provision.at().ofArticle()::equals)
                        .isPresent();
    }

    /** The article of a place, or empty where the place cannot be read. */
    private static Optional<ProvisionPath> article(String at) {
        try {
            return Optional.of(ProvisionPath.parse(at).ofArticle());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String bare(String law) {
        return law.startsWith(NATION) ? law.substring(NATION.length()) : law;
    }

    /**
     * The draft for the item with {@code code}: one of the rule base, whose statute then is the draft's too, or a new one.
     *
     * @throws ProblemException {@code draft-refused} when the code cannot be one
     */
    static DraftContent linked(Catalogue catalogue, DraftContent content, @Nullable String code) {
        SheetItem own = content.sheet().item();
        if (code == null || own == null || own.code().equals(code)) {
            return content;
        }
        Optional<Item> known = catalogue.item(code);
        if (known.isEmpty() && !CODE.matcher(code).matches()) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "事项编码“" + code + "”不能用：只能用字母、数字、点、横线和下划线，最多 64 个。");
        }
        SheetItem item = known.map(
                        i -> new SheetItem(i.code(), i.name(), i.nameEn(), i.field(), i.organ(), i.aliases()))
                .orElseGet(
                        () -> new SheetItem(code, own.name(), own.nameEn(), own.field(), own.organ(), own.aliases()));
        boolean hasStatute =
                known.isPresent() && !catalogue.statutes(item.code()).isEmpty();
        Sheet statute = hasStatute || content.statute() == null
                ? null
                : content.statute().withItem(item);
        List<OpenQuestion> questions = content.questions().stream()
                .filter(q ->
                        !q.where().equals("item") && !(hasStatute && q.where().equals("statute")))
                .toList();
        return new DraftContent(
                content.sheet().withItem(item),
                statute,
                content.laws(),
                content.cases(),
                statute == null ? null : content.statuteCases(),
                questions);
    }
}
