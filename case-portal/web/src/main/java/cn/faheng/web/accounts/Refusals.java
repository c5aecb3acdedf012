package cn.faheng.web.accounts;

import cn.faheng.server.identity.AccountRefusedException;
import cn.faheng.web.show.FieldErrors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Says in words why an account or a password was not taken. */
final class Refusals {

    private Refusals() {}

    /** The errors of a form; what belongs to no field belongs to {@code main}. */
    static FieldErrors of(AccountRefusedException refused, MessageSource messages, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        refused.reasons()
                .forEach(reason -> errors.merge(
                        reason.field().isEmpty() ? "main" : reason.field(),
                        messages.getMessage("accounts.refused." + reason.code(), new Object[] {reason.value()}, locale),
                        (one, other) -> one.equals(other) ? one : one + other));
        return new FieldErrors(errors);
    }
}
