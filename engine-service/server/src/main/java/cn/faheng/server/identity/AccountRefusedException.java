package cn.faheng.server.identity;

import java.util.List;
import java.util.stream.Collectors;

/** An account or a password was not taken, with every reason. */
public final class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    AccountRefusedException(List<Reason> reasons) {
        super(reasons.stream()
                .map(reason -> reason.field() + ": " + reason.code())
                .collect(Collectors.joining(", ")));
        this.reasons = List.copyOf(reasons);
    }

    AccountRefusedException(String field, String code) {
        this(List.of(new Reason(field, code, "")));
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /**
     * One reason.
     *
     * @param field the field it is about
     * @param code which reason: the last part of the key of its message
     * @param value what it is about, or empty
     */
    public record Reason(String field, String code, String value) {}
}
