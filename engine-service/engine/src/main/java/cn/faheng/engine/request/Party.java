package cn.faheng.engine.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The party (当事人).
 *
 * @param kind natural person, sole proprietor or organisation
 * @param birthDate date of birth of a natural person, or null when not given; an adult is then assumed and the assumption named
 * @param mentalState capacity to recognise and control the act
 */
public record Party(Kind kind, @Nullable LocalDate birthDate, MentalState mentalState) {

    /**
     * Full years (周岁) on a day, reached on the day after the birthday; null without a date of birth (最高人民法院 法释〔2006〕1号 第二条).
     */
    public @Nullable Long ageOn(LocalDate day) {
        return birthDate == null ? null : ChronoUnit.YEARS.between(birthDate, day.minusDays(1));
    }

    /** Kinds of party. */
    public enum Kind {
        INDIVIDUAL("individual", "公民"),
        SOLE_PROPRIETOR("sole-proprietor", "个体工商户"),
        ORGANISATION("organisation", "法人或者其他组织");

        private final String code;
        private final String chinese;

        Kind(String code, String chinese) {
            this.code = code;
            this.chinese = chinese;
        }

        public String code() {
            return code;
        }

        public String chinese() {
            return chinese;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }
    }

    /** 行政处罚法 (2021) 第三十一条. */
    public enum MentalState {
        NORMAL,
        INCAPABLE,
        DIMINISHED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
