package cn.faheng.casework.inspections;

import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;

/** The ways in which an act of an inspection is refused. */
final class Refused {

    private Refused() {}

    /** Something entered is wrong; {@code field} is its name on the form. */
    static ProblemException field(String field, String detail) {
        return new ProblemException(
                Problem.ofFields(List.of(Problem.FieldError.at("/" + field, ProblemType.ENTRY_REFUSED, detail))));
    }

    /** The thing does not stand where the step starts. */
    static ProblemException step(String detail) {
        return new ProblemException(ProblemType.STEP_NOT_ALLOWED, detail);
    }

    /** Something has to be done first. */
    static ProblemException notReady(String detail) {
        return new ProblemException(ProblemType.NOT_READY, detail);
    }

    /** The caller has not the office for it. */
    static ProblemException office(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }

    /** The same person may not do both. */
    static ProblemException samePerson(String detail) {
        return new ProblemException(ProblemType.SAME_PERSON, detail);
    }

    /** Someone else has changed it since the page was opened. */
    static ProblemException stale(String what) {
        return new ProblemException(ProblemType.RECORD_CHANGED, what + "在您打开页面以后已经由他人或者在另一个窗口改动，没有覆盖。请重新打开，核对后再办理。");
    }

    /** It is not there, or not for the eyes of the caller: both look the same. */
    static ProblemException unknown(String what) {
        return new ProblemException(ProblemType.RECORD_NOT_FOUND, "没有找到" + what + "，或者它不属于本机关及下级机关。请核对编号。");
    }
}
