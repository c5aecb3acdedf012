package cn.faheng.server.problems;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace id of a request: from its W3C {@code traceparent}, else a new one. */
public final class TraceIds {

    static final String ATTRIBUTE = TraceIds.class.getName();
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceIds() {}

    /** The id of a request that has passed the filter; a new one for any other. */
    public static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : fresh();
    }

    static String read(@Nullable String traceParent) {
        if (traceParent != null) {
            Matcher m = TRACE_PARENT.matcher(traceParent);
            if (m.matches() && !m.group(1).matches("0+")) {
                return m.group(1);
            }
        }
        return fresh();
    }

    static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
