package cn.faheng.rules.timelimit;

import java.math.BigDecimal;

/** How long a time limit is, or what the law says in the place of a length. */
public sealed interface Length {

    /** For a screen or a document: 5个工作日, 每日3%, 无期限. */
    String chinese();

    /**
     * A period of time.
     *
     * @param count number of units, 1 or more
     * @param unit what is counted
     */
    record Period(int count, Unit unit) implements Length {
        public Period {
            if (count < 1) {
                throw new IllegalArgumentException("A period has a length of 1 or more, not " + count);
            }
        }

        @Override
        public String chinese() {
            return count + unit.chinese();
        }
    }

    /**
     * Something that grows with every day after the start: the surcharge of 行政处罚法 第七十二条. Has no last day.
     *
     * @param percent percent of the base amount for each day
     */
    record DailyRate(BigDecimal percent) implements Length {
        public DailyRate {
            if (percent.signum() <= 0) {
                throw new IllegalArgumentException("A daily rate is above zero, not " + percent);
            }
        }

        @Override
        public String chinese() {
            return "每日" + percent.toPlainString() + "%";
        }
    }

    /** A rule of order without any length: what has to come first. */
    record OrderOnly() implements Length {
        @Override
        public String chinese() {
            return "无期限";
        }
    }
}
