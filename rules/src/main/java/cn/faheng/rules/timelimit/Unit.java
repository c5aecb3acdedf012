package cn.faheng.rules.timelimit;

import java.util.Arrays;
import java.util.Optional;

/** What a period counts. Days are calendar days unless the law says working days. */
public enum Unit {
    HOUR("hour", "小时"),
    WORKING_DAY("working-day", "个工作日"),
    DAY("day", "日"),
    MONTH("month", "个月"),
    YEAR("year", "年");

    private final String code;
    private final String chinese;

    Unit(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** As the files write it. */
    public String code() {
        return code;
    }

    /** As it stands behind a number: 5个工作日, 24小时. */
    public String chinese() {
        return chinese;
    }

    public static Optional<Unit> ofCode(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }
}
