package cn.faheng.authoring.library;

import cn.faheng.contract.model.ClauseAmountBody;
import cn.faheng.contract.model.ClauseConditionBody;
import cn.faheng.contract.model.ClauseDoubtBody;
import cn.faheng.contract.model.ClauseFormBody;
import cn.faheng.contract.model.ClauseReadingBody;
import cn.faheng.contract.model.ClauseSpanBody;
import cn.faheng.contract.model.ClauseThresholdBody;
import cn.faheng.contract.model.PenaltyKindBody;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.Condition;
import cn.faheng.drafting.clause.FineForm;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.clause.Span;
import cn.faheng.drafting.clause.Threshold;
import cn.faheng.server.catalogue.CatalogueViews;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The reading of a clause as the contract writes it. */
final class ClauseViews {

    private ClauseViews() {}

    static ClauseReadingBody reading(ClauseReading reading) {
        return new ClauseReadingBody()
                .words(reading.words())
                .forms(reading.forms().stream().map(ClauseViews::form).toList())
                .doubts(reading.doubts().stream()
                        .map(doubt -> new ClauseDoubtBody()
                                .kind(CatalogueViews.code(doubt.kind()))
                                .span(span(doubt.span()))
                                .asks(doubt.asks()))
                        .toList());
    }

    private static ClauseFormBody form(PenaltyForm form) {
        Span amount = form.amountSpan();
        FineForm fine = form.fine();
        return new ClauseFormBody()
                .kind(PenaltyKindBody.fromValue(form.kind().code()))
                .name(form.name())
                .mode(ClauseFormBody.ModeEnum.fromValue(form.mode().code()))
                .subject(ClauseFormBody.SubjectEnum.fromValue(CatalogueViews.code(form.subject())))
                .role(form.role())
                .organ(form.organ())
                .choice(form.choice())
                .amount(fine == null ? null : amount(fine))
                .condition(condition(form.condition()))
                .span(span(form.span()))
                .amountSpan(amount == null ? null : span(amount))
                .certainty(ClauseFormBody.CertaintyEnum.fromValue(CatalogueViews.code(form.certainty())))
                .reason(form.reason());
    }

    private static ClauseAmountBody amount(FineForm fine) {
        return new ClauseAmountBody()
                .type(CatalogueViews.code(fine.type()))
                .min(plain(fine.min()))
                .max(plain(fine.max()))
                .minTimes(plain(fine.minTimes()))
                .maxTimes(plain(fine.maxTimes()))
                .base(fine.base())
                .leastBase(plain(fine.leastBase()))
                .unit(fine.unit())
                .cap(plain(fine.cap()));
    }

    private static ClauseConditionBody condition(Condition condition) {
        Threshold threshold = condition.threshold();
        return new ClauseConditionBody()
                .step(ClauseConditionBody.StepEnum.fromValue(CatalogueViews.code(condition.step())))
                .words(condition.words())
                .within(condition.within())
                .threshold(
                        threshold == null
                                ? null
                                : new ClauseThresholdBody()
                                        .base(threshold.base())
                                        .min(plain(threshold.min()))
                                        .max(plain(threshold.max()))
                                        .maxIncluded(threshold.maxIncluded())
                                        .none(threshold.none())
                                        .uncountable(threshold.uncountable()));
    }

    private static ClauseSpanBody span(Span span) {
        return new ClauseSpanBody().start(span.start()).end(span.end());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
