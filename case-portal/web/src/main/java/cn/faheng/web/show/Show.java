package cn.faheng.web.show;

import cn.faheng.contract.model.EffectBody;
import cn.faheng.contract.model.QuestionBody;
import cn.faheng.contract.model.RemediesBody;
import cn.faheng.contract.model.VerdictStatusBody;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.DivisionNames;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Words things for one reader. Templates know it as {@code show}. */
public final class Show {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MessageSource messages;
    private final Locale locale;

    public Show(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The wording of amounts for the same reader. */
    public AmountWords amounts() {
        return new AmountWords(this);
    }

    public boolean english() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** The {@code lang} of the page. */
    public String lang() {
        return english() ? "en" : "zh-CN";
    }

    /** A text of the message files; throws when the key is missing, so that no page shows a bare key. */
    public String text(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A text of the message files, or {@code otherwise} where there is none for the key. */
    public String textOr(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    public String name(Item item) {
        return english() ? item.nameEn() : item.name();
    }

    public String field(String field) {
        return textOr("field." + field, field);
    }

    public String label(Fact fact) {
        return english() ? fact.labelEn() : fact.label();
    }

    public String label(Fact.Choice choice) {
        return english() ? choice.labelEn() : choice.label();
    }

    public String unit(@Nullable String unit) {
        return unit == null ? "" : textOr("unit." + unit, unit);
    }

    /** The penalty in the law's words; in English the kind, with the law's words behind it where they say more. */
    public String label(Penalty penalty) {
        if (!english()) {
            return penalty.label();
        }
        String kind = kind(penalty.kind());
        return penalty.label().equals(penalty.kind().chinese()) ? kind : kind + "（" + penalty.label() + "）";
    }

    public String kind(PenaltyKind kind) {
        return english() ? text("kind." + kind.code()) : kind.chinese();
    }

    public String mode(PenaltyMode mode) {
        return text("mode." + mode.code());
    }

    public String effect(Effect effect) {
        return english() ? text("effect." + effect.code()) : effect.chinese();
    }

    public String subject(Penalty.Subject subject) {
        return text(subject == Penalty.Subject.PARTY ? "subject.party" : "subject.responsible-person");
    }

    /** A sentence that the interface says as well, without the words that only machines need. */
    public static String plain(String sentence) {
        return DraftWords.plain(sentence);
    }

    /** The name of a division, or its bare code where the table of divisions does not have it. */
    public String place(Division division) {
        return place(division.code());
    }

    /** The same by the code. */
    public String place(String code) {
        return textOr("place." + code, DivisionNames.of(code).orElse(code));
    }

    public String period(EffectivePeriod period) {
        return period.to() == null
                ? text("period.open", period.from())
                : text("period.closed", period.from(), period.to());
    }

    /** What a rule set is called on a page: the published document of a benchmark, else the law it rests on. */
    public String title(RuleSet ruleSet) {
        if (ruleSet.source() != null) {
            return ruleSet.source().chinese();
        }
        return ruleSet.basis().stream()
                .filter(b -> b.role() != RuleSet.Role.VIOLATED)
                .findFirst()
                .map(b -> b.citation().chinese())
                .orElse(ruleSet.ref().toString());
    }

    public String label(QuestionBody question) {
        return english() ? question.getLabelEn() : question.getLabel();
    }

    public String effect(EffectBody effect) {
        return Effect.ofCode(effect.getValue()).map(this::effect).orElse(effect.getValue());
    }

    public boolean aggravates(EffectBody effect) {
        return Effect.ofCode(effect.getValue()).filter(Effect::aggravates).isPresent();
    }

    /** The name of a tier; a bare number is one. */
    public String tier(String tier) {
        List<String> parts = new ArrayList<>();
        for (String part : tier.split(" / ", -1)) {
            parts.add(part.matches("\\d{1,2}") ? text("answer.tier.number", part) : part);
        }
        return String.join(" · ", parts);
    }

    /** An answer to a question as it was entered, in words; {@code unit} is the unit chosen, or empty. */
    public String answer(Fact fact, String entered, String unit) {
        return switch (fact.type()) {
            case BOOLEAN -> text(entered.equals("true") ? "desk.yes" : "desk.no");
            case CHOICE -> fact.choice(entered).map(this::label).orElse(entered);
            case DATE -> entered;
            case MONEY, NUMBER, INTEGER -> entered + " " + unit(unit.isEmpty() ? fact.unit() : unit);
        };
    }

    /** The mark of an adoption in the reader's language. */
    public String mark(String mark) {
        return english() ? text("badge.adopted") : mark;
    }

    /** The shape that stands for a verdict, so that its colour is not all that tells. */
    public String shape(VerdictStatusBody status) {
        return switch (status.getValue()) {
            case "within-benchmark" -> "●";
            case "mitigated" -> "▼";
            case "deviation", "incomplete" -> "▲";
            case "unlawful" -> "✕";
            default -> "？";
        };
    }

    /** The standard text of the remedies, with the bodies left open. */
    public String remedies(RemediesBody remedies) {
        return (english() ? remedies.getTextEn() : remedies.getText())
                .replace("{reconsiderationBody}", text("remedies.body"))
                .replace("{court}", text("remedies.court"));
    }

    /** What kind of answer a fact takes. */
    public String factType(Fact fact) {
        String type = text("type." + fact.type().name().toLowerCase(Locale.ROOT));
        return fact.unit() == null ? type : type + "（" + unit(fact.unit()) + "）";
    }

    /** A moment in Chinese time, to the second. */
    public String moment(OffsetDateTime moment) {
        return MOMENT.format(moment.atZoneSameInstant(ZoneId.of("Asia/Shanghai")));
    }
}
