package cn.faheng.server.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How people see an error. A room with pages brings one; without it people get the problem document too. */
public interface ErrorPage {

    /** Writes the page; the status is set already. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException;
}
