package cn.faheng.server.catalogue;

import cn.faheng.contract.model.AdoptionBody;
import cn.faheng.contract.model.ChoiceBody;
import cn.faheng.contract.model.CitationBody;
import cn.faheng.contract.model.ItemSummaryBody;
import cn.faheng.contract.model.PenaltyBody;
import cn.faheng.contract.model.PenaltyKindBody;
import cn.faheng.contract.model.PenaltySubjectBody;
import cn.faheng.contract.model.QuestionBody;
import cn.faheng.contract.model.RuleRowBody;
import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue's values as the contract writes them. */
public final class CatalogueViews {

    private CatalogueViews() {}

    public static ItemSummaryBody item(Item item) {
        return new ItemSummaryBody()
                .code(item.code())
                .name(item.name())
                .nameEn(item.nameEn())
                .field(item.field())
                .organ(item.organ())
                .aliases(item.aliases());
    }

    public static RuleSetUseBody ruleSet(RuleSet ruleSet) {
        RuleSetUseBody body = new RuleSetUseBody()
                .id(ruleSet.ref().id().path())
                .version(ruleSet.ref().version())
                .contentHash(ruleSet.contentHash())
                .kind(RuleSetUseBody.KindEnum.fromValue(code(ruleSet.kind())))
                .effectiveFrom(ruleSet.effective().from())
                .effectiveTo(ruleSet.effective().to())
                .jurisdiction(ruleSet.jurisdiction().code())
                .authority(ruleSet.authority());
        Optional.ofNullable(ruleSet.source()).ifPresent(source -> body.setSource(citation(source)));
        Optional.ofNullable(ruleSet.adoption())
                .ifPresent(adoption -> body.setAdoption(new AdoptionBody()
                        .division(adoption.division().code())
                        .mark(adoption.mark())
                        .note(adoption.note())));
        return body;
    }

    public static CitationBody citation(Citation citation) {
        CitationBody body = new CitationBody().text(citation.chinese());
        if (citation instanceof Citation.OfProvision provision) {
            return body.kind(CitationBody.KindEnum.PROVISION)
                    .law(provision.law())
                    .version(provision.version())
                    .at(provision.at().toString());
        }
        if (citation instanceof Citation.OfDocument document) {
            body.kind(CitationBody.KindEnum.DOCUMENT)
                    .document(document.document())
                    .documentItem(document.item())
                    .confidence(document.confidence());
            if (!document.number().isEmpty()) {
                body.setNumber(document.number());
            }
        }
        return body;
    }

    public static List<CitationBody> citations(List<Citation> citations) {
        return citations.stream().map(CatalogueViews::citation).toList();
    }

    public static RuleRowBody row(RuleSetRef ruleSet, Row row) {
        return new RuleRowBody().address(ruleSet.row(row.id())).says(row.says()).citations(citations(row.citations()));
    }

    public static QuestionBody question(Fact fact) {
        return new QuestionBody()
                .name(fact.name())
                .label(fact.label())
                .labelEn(fact.labelEn())
                .type(QuestionBody.TypeEnum.fromValue(code(fact.type())))
                .unit(fact.unit())
                .min(plain(fact.min()))
                .max(plain(fact.max()))
                .values(fact.values().stream().map(CatalogueViews::choice).toList())
                .help(fact.help())
                .evidence(fact.evidence())
                .judgedBy(fact.judgedBy());
    }

    static ChoiceBody choice(Fact.Choice choice) {
        return new ChoiceBody().value(choice.value()).label(choice.label()).labelEn(choice.labelEn());
    }

    public static PenaltyBody penalty(Penalty penalty) {
        return new PenaltyBody()
                .id(penalty.id())
                .kind(PenaltyKindBody.fromValue(penalty.kind().code()))
                .subject(PenaltySubjectBody.fromValue(code(penalty.subject())))
                .label(penalty.label());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** The slug of a constant: RESPONSIBLE_PERSON is responsible-person. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
