package cn.faheng.server.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("异常对应的问题类型")
class ProblemAdviceTest {

    @Test
    void refusesWithRetryAfter() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Exception down = new CannotCreateTransactionException(
                "", new CannotGetJdbcConnectionException("", new SQLException("", "08006")));

        assertThat(ProblemAdvice.of(down, response).type()).isEqualTo(ProblemType.STORE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    @DisplayName("数据库关闭、磁盘满也算；别的数据库错误不算")
    void knowsWhatIsTemporary() {
        assertThat(type(new UncategorizedSQLException("", "", new SQLException("", "57P01"))))
                .isEqualTo(ProblemType.STORE_UNAVAILABLE);
        assertThat(type(new UncategorizedSQLException("", "", new SQLException("", "53100"))))
                .isEqualTo(ProblemType.STORE_UNAVAILABLE);
        assertThat(type(new DataIntegrityViolationException("", new SQLException("", "23505"))))
                .isEqualTo(ProblemType.UNEXPECTED);
    }

    @Test
    @DisplayName("未知异常的消息不外传")
    void keepsAnUnknownMessage() {
        Problem problem = Exceptions.problem(new IllegalStateException("password=secret"));

        assertThat(problem.type()).isEqualTo(ProblemType.UNEXPECTED);
        assertThat(problem.document("/x", "t").toString()).doesNotContain("secret");
    }

    private static ProblemType type(Exception e) {
        return Exceptions.problem(e).type();
    }
}
