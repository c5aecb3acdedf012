package cn.faheng.web.library;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;

/** Whether the reader may write into the library. */
final class Authors {

    private Authors() {}

    static boolean isSignedIn() {
        return Caller.authentication().getAuthorities().stream()
                .anyMatch(authority -> "ROLE_AUTHOR".equals(authority.getAuthority()));
    }

    static void require() {
        if (!isSignedIn()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "只有起草人员（AUTHOR）可以录入、改正和终止法律文件。请由有该权限的人办理。");
        }
    }
}
