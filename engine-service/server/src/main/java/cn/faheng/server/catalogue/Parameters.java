package cn.faheng.server.catalogue;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks of query parameters that a type alone does not make. */
final class Parameters {

    private Parameters() {}

    static void between(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 应当在 " + min + " 至 " + max + " 之间。"));
        }
    }

    static void length(String name, @Nullable String value, int max) {
        if (value != null && value.length() > max) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 最多 " + max + " 个字符。"));
        }
    }

    static @Nullable Division division(String name, @Nullable String code) {
        if (code == null) {
            return null;
        }
        if (!code.matches("\\d{6}")) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 应当是六位行政区划代码（GB/T 2260）。"));
        }
        return new Division(code);
    }

    static @Nullable LocalDate day(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 应当是 1900 年至 2199 年的日期。"));
        }
        return day;
    }

    /** A day that has to be given. */
    static LocalDate required(String name, LocalDate day) {
        day(name, day);
        return day;
    }

    static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
