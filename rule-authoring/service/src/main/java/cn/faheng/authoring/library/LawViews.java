package cn.faheng.authoring.library;

import cn.faheng.contract.model.AffectedCitationBody;
import cn.faheng.contract.model.ArticleChangeBody;
import cn.faheng.contract.model.CitingRuleSetBody;
import cn.faheng.contract.model.LawArticleBody;
import cn.faheng.contract.model.LawChangeCountsBody;
import cn.faheng.contract.model.LawDiffBody;
import cn.faheng.contract.model.LawEndingNoteBody;
import cn.faheng.contract.model.LawHeadingBody;
import cn.faheng.contract.model.LawImportBody;
import cn.faheng.contract.model.LawLineBody;
import cn.faheng.contract.model.LawRemarkBody;
import cn.faheng.contract.model.LawRevisionBody;
import cn.faheng.contract.model.LawTextViewBody;
import cn.faheng.contract.model.StoredLawVersionBody;
import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.drafting.law.CitationImpact.Citing;
import cn.faheng.drafting.law.LawDifference;
import cn.faheng.drafting.law.LawDifference.ArticleChange;
import cn.faheng.drafting.law.LawDifference.Kind;
import cn.faheng.drafting.law.LawText;
import cn.faheng.drafting.law.LawText.Numbering;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.LegalInstrument.Article.Place;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.catalogue.CatalogueViews;
import cn.faheng.server.catalogue.TextDiff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The law library as the contract writes it. */
final class LawViews {

    private LawViews() {}

    static LawImportBody imported(LawImport done, LocalDate today) {
        LegalInstrument law = done.text().instrument();
        LawDifference difference = done.difference();
        return new LawImportBody()
                .outcome(LawImportBody.OutcomeEnum.fromValue(CatalogueViews.code(done.outcome())))
                .law(law.title())
                .level(law.level())
                .version(law.version())
                .effectiveTo(law.effective().to())
                .promulgated(done.text().promulgated())
                .articles(law.articles().size())
                .numbering(LawImportBody.NumberingEnum.fromValue(
                        CatalogueViews.code(done.text().numbering())))
                .previous(done.previous())
                .previousEnds(done.previousEnds())
                .changes(difference == null ? null : counts(difference))
                .remarks(remarks(done.remarks()))
                .affected(affected(done.affected(), law.title(), today));
    }

    static StoredLawVersionBody version(StoredVersion version) {
        LegalInstrument law = version.instrument();
        LawText text = version.text();
        return new StoredLawVersionBody()
                .version(law.version())
                .effectiveTo(law.effective().to())
                .promulgated(text == null ? null : text.promulgated())
                .level(law.level())
                .source(law.source())
                .confidence(law.confidence())
                .note(text == null || text.note().isEmpty() ? null : text.note())
                .articles(law.articles().size())
                .released(version.released())
                .revisions(version.revisions().stream()
                        .map(r -> new LawRevisionBody()
                                .number(r.number())
                                .by(r.by())
                                .at(r.at())
                                .reason(r.reason())
                                .contentHash(r.contentHash()))
                        .toList())
                .endings(version.endings().stream()
                        .map(e -> new LawEndingNoteBody()
                                .lastDay(e.lastDay())
                                .document(e.document())
                                .by(e.by())
                                .at(e.at()))
                        .toList());
    }

    static LawTextViewBody text(StoredVersion version) {
        LegalInstrument law = version.instrument();
        LawText text = version.text();
        return new LawTextViewBody()
                .law(law.title())
                .level(law.level())
                .version(law.version())
                .effectiveTo(law.effective().to())
                .numbering(LawTextViewBody.NumberingEnum.fromValue(
                        CatalogueViews.code(text == null ? Numbering.ARTICLES : text.numbering())))
                .headings(
                        text == null
                                ? List.of()
                                : text.headings().stream()
                                        .map(h -> new LawHeadingBody()
                                                .depth(h.depth())
                                                .text(h.text())
                                                .before(h.before()))
                                        .toList())
                .articles(law.articles().entrySet().stream()
                        .map(entry -> article(entry.getKey(), entry.getValue()))
                        .toList())
                .front(text == null ? List.of() : text.front())
                .annex(text == null ? List.of() : text.annex())
                .remarks(text == null ? List.of() : remarks(text.remarks()));
    }

    private static LawArticleBody article(String key, Article article) {
        ProvisionPath path = ProvisionPath.parse(key);
        List<Place> places = article.places();
        List<LawLineBody> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            lines.add(new LawLineBody()
                    .at(new ProvisionPath(
                                    path.article(), path.insertion(), place.paragraph(), place.item(), place.subItem())
                            .toString())
                    .text(article.lines().get(i)));
        }
        return new LawArticleBody().at(key).label(article.label()).lines(lines);
    }

    static LawDiffBody difference(LawDifference difference, boolean all) {
        return new LawDiffBody()
                .law(difference.title())
                .from(difference.before())
                .to(difference.after())
                .counts(counts(difference))
                .articles(difference.articles().stream()
                        .filter(change -> all || change.kind() != Kind.SAME)
                        .map(LawViews::change)
                        .toList());
    }

    private static ArticleChangeBody change(ArticleChange change) {
        return new ArticleChangeBody()
                .kind(ArticleChangeBody.KindEnum.fromValue(CatalogueViews.code(change.kind())))
                .from(change.from())
                .to(change.to())
                .segments(TextDiff.of(change.segments()));
    }

    private static LawChangeCountsBody counts(LawDifference difference) {
        return new LawChangeCountsBody()
                .same((int) difference.count(Kind.SAME))
                .changed((int) difference.count(Kind.CHANGED))
                .added((int) difference.count(Kind.ADDED))
                .removed((int) difference.count(Kind.REMOVED))
                .renumbered((int) (difference.count(Kind.RENUMBERED) + difference.count(Kind.RENUMBERED_AND_CHANGED)));
    }

    static List<LawRemarkBody> remarks(List<Remark> remarks) {
        return remarks.stream()
                .map(r -> new LawRemarkBody()
                        .line(r.line())
                        .text(r.text())
                        .says(r.says())
                        .placed(r.placed()))
                .toList();
    }

    static List<AffectedCitationBody> affected(List<Affected> affected, String law, LocalDate today) {
        return affected.stream()
                .map(a -> new AffectedCitationBody()
                        .citing(citing(a.citing(), law, today))
                        .fate(AffectedCitationBody.FateEnum.fromValue(
                                CatalogueViews.code(a.fate().kind())))
                        .movedTo(Optional.ofNullable(a.fate().to())
                                .filter(to -> !to.equals(a.fate().from()))
                                .map(ProvisionPath::toString)
                                .orElse(null))
                        .segments(TextDiff.of(a.fate().segments())))
                .toList();
    }

    static CitingRuleSetBody citing(Citing citing, String law, LocalDate today) {
        RuleSet ruleSet = citing.ruleSet();
        CitingRuleSetBody body = new CitingRuleSetBody()
                .draft(citing.draft())
                .name(citing.name())
                .at(citing.at().toString())
                .citation(new Citation.OfProvision(law, today, citing.at()).chinese())
                .roles(List.copyOf(citing.roles()))
                .rows(citing.rows());
        if (ruleSet == null) {
            return body.state(CitingRuleSetBody.StateEnum.DRAFT);
        }
        return body.ruleSet(ruleSet.ref().toString())
                .item(ruleSet.itemCode())
                .state(CitingState.of(ruleSet, today))
                .effectiveFrom(ruleSet.effective().from())
                .effectiveTo(ruleSet.effective().to());
    }
}
