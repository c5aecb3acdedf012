package cn.faheng.web.library;

import cn.faheng.drafting.clause.FineForm;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.web.show.AmountWords;
import cn.faheng.web.show.Show;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words the amount that was read from a clause as a clause would. Templates know it as {@code clauseAmounts}. */
public final class ClauseAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The amount with its floor, its unit and its cap; empty where the penalty has none. */
    public String of(PenaltyForm form, Show show, AmountWords amounts) {
        FineForm fine = form.fine();
        return fine == null ? "" : new Words(form.kind(), fine, show, amounts).all();
    }

    private record Words(PenaltyKind kind, FineForm fine, Show show, AmountWords amounts) {

        String all() {
            String amount = fine.minTimes() == null && fine.maxTimes() == null
                    ? range("laws.amount.", amount(fine.min()), amount(fine.max()))
                    : multiple();
            String unit = fine.unit() == null ? amount : show.text("laws.amount.unit", fine.unit(), amount);
            return unit + (fine.cap() == null ? "" : show.text("laws.amount.cap", amount(fine.cap())));
        }

        private String multiple() {
            boolean percent = fine.type().name().startsWith("PERCENT") || isBelowOne();
            String words = range("laws.amount.", times(fine.minTimes(), percent), times(fine.maxTimes(), percent));
            String base = Objects.requireNonNullElse(
                    fine.baseWords(), Objects.requireNonNullElse(fine.base(), show.text("laws.amount.base")));
            return show.text("laws.amount.of", base, words)
                    + (fine.min() == null ? "" : show.text("laws.amount.floor", amount(fine.min())));
        }

        private boolean isBelowOne() {
            BigDecimal most = fine.maxTimes();
            return most != null && most.compareTo(BigDecimal.ONE) < 0;
        }

        private String range(String key, @Nullable String least, @Nullable String most) {
            if (least == null || most == null) {
                return least != null && fine.type().name().endsWith("FIXED")
                        ? least
                        : least != null
                                ? show.text(key + "from", least)
                                : most != null
                                        ? fine.type().name().endsWith("FIXED") ? most : show.text(key + "to", most)
                                        : "";
            }
            return least.equals(most) ? least : show.text(key + "between", least, most);
        }

        private @Nullable String amount(@Nullable BigDecimal amount) {
            if (amount == null) {
                return null;
            }
            boolean money = kind.quantity() == PenaltyKind.Quantity.MONEY;
            return amounts.amount(kind, (money ? amount.multiply(HUNDRED) : amount).longValue());
        }

        private @Nullable String times(@Nullable BigDecimal times, boolean percent) {
            if (times == null) {
                return null;
            }
            BigDecimal number = percent ? times.multiply(HUNDRED) : times;
            String plain = number.stripTrailingZeros().toPlainString();
            return percent ? plain + "%" : show.text("laws.amount.times", plain);
        }
    }
}
