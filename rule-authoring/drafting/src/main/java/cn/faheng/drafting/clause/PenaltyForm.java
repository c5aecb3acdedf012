package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import org.jspecify.annotations.Nullable;

/**
 * One penalty that the words impose.
 *
 * @param kind its kind
 * @param name the penalty in the words of the law: 没收违法所得, 责令停产停业整顿, 罚款
 * @param mode mandatory, optional, or one of several
 * @param subject on whom
 * @param role whom the words name (直接负责的主管人员和其他直接责任人员, 广告主, 单位), or null where they name nobody
 * @param organ who imposes it where the words name an organ, or null
 * @param fine how much: of a fine in yuan, of detention in days, of a suspension in months; null for other kinds
 * @param condition when
 * @param choice 0, or the number of a choice: of the forms with the same number one is imposed
 * @param span the sub-clause
 * @param amountSpan the amount, or null
 * @param certainty SURE only where nothing in the words speaks against the reading
 * @param reason why it is unsure, in Chinese, or null
 */
public record PenaltyForm(
        PenaltyKind kind,
        String name,
        Mode mode,
        Subject subject,
        @Nullable String role,
        @Nullable String organ,
        @Nullable FineForm fine,
        Condition condition,
        int choice,
        Span span,
        @Nullable Span amountSpan,
        Certainty certainty,
        @Nullable String reason) {

    /** The same penalty under another condition. */
    public PenaltyForm under(Condition other) {
        return new PenaltyForm(
                kind, name, mode, subject, role, organ, fine, other, choice, span, amountSpan, certainty, reason);
    }

    /** The same penalty bound in another way. */
    public PenaltyForm with(Mode other) {
        return new PenaltyForm(
                kind, name, other, subject, role, organ, fine, condition, choice, span, amountSpan, certainty, reason);
    }

    public boolean isSure() {
        return certainty == Certainty.SURE;
    }
}
