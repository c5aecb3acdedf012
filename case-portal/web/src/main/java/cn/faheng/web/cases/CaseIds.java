package cn.faheng.web.cases;

import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.UUID;

/** Ids in addresses. */
final class CaseIds {

    private CaseIds() {}

    /** An id; what is none is as if it were not there. */
    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "没有找到这个案件或者事项。请从案件列表或者待办中打开。");
        }
    }
}
