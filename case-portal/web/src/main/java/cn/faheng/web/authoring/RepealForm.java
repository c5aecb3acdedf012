package cn.faheng.web.authoring;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation.OfDocument;
import cn.faheng.web.show.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A repeal as it was typed, so that nothing is lost where it cannot be made.
 *
 * @param ruleSet the version, {@code path@day}
 * @param lastDay its last day in force
 * @param title the document that repeals it
 * @param number the number of that document
 * @param requestedBy account of who asks for it
 * @param reason why
 */
public record RepealForm(
        String ruleSet, String lastDay, String title, String number, String requestedBy, String reason) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 2_000;

    static RepealForm of(Map<String, String> entries) {
        return new RepealForm(
                entry(entries, "ruleSet"),
                entry(entries, "lastDay"),
                entry(entries, "title").replaceAll("^《|》$", ""),
                entry(entries, "number"),
                entry(entries, "requestedBy"),
                entry(entries, "reason"));
    }

    private static String entry(Map<String, String> entries, String name) {
        return entries.getOrDefault(name, "").strip();
    }

    /** The last day, or empty where none was understood. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(lastDay));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The document as it is cited, or null where none is named. */
    public @Nullable String document() {
        return title.isEmpty() ? null : new OfDocument(title, number, null, "").chinese();
    }

    /** What is wrong, as far as it can be seen before anything is asked of the registry. */
    FieldErrors errors(RuleSet version, LocalDate today, String approver) {
        Map<String, String> errors = new LinkedHashMap<>();
        note(errors, "lastDay", dayError(version, today));
        note(errors, "title", documentError(today));
        note(errors, "number", number.length() > LONGEST_NUMBER ? "文号最多 " + LONGEST_NUMBER + " 个字符。" : null);
        note(errors, "requestedBy", requesterError(approver));
        note(errors, "reason", reasonError());
        return new FieldErrors(errors);
    }

    private static void note(Map<String, String> errors, String field, @Nullable String says) {
        if (says != null) {
            errors.put(field, says);
        }
    }

    private @Nullable String dayError(RuleSet version, LocalDate today) {
        LocalDate day = day().orElse(null);
        LocalDate from = version.effective().from();
        LocalDate to = version.effective().to();
        if (lastDay.isEmpty()) {
            return "请填写最后施行日。";
        }
        if (day == null) {
            return "“" + lastDay + "”不是日期，请写作 " + today + "。";
        }
        if (day.isBefore(from)) {
            return "这一版自 " + from + " 起施行，最后施行日不能早于这一天。从来不应当施行的，请撤回它的公布，而不是废止。";
        }
        if (to != null && !day.isBefore(to)) {
            return "这一版本来就施行至 " + to + "，废止只能提前。请填写 " + to.minusDays(1) + " 以前的日期。";
        }
        return null;
    }

    private @Nullable String documentError(LocalDate today) {
        LocalDate earliest = today.minusDays(1);
        if (title.isEmpty() && !number.isEmpty()) {
            return "写了文号，请同时写明文件名称。";
        }
        if (title.length() > LONGEST_TITLE) {
            return "文件名称最多 " + LONGEST_TITLE + " 个字符。";
        }
        if (title.isEmpty() && day().filter(day -> day.isBefore(earliest)).isPresent()) {
            return "最后施行日早于昨天（" + earliest + "）。有权机关确已更早废止的，请写明废止它的文件。";
        }
        return null;
    }

    private @Nullable String requesterError(String approver) {
        if (requestedBy.isEmpty()) {
            return "请选择提出废止的人。";
        }
        return requestedBy.equals(approver) ? "提出人和批准人不能是同一人。请选择提出废止的另一个人。" : null;
    }

    private @Nullable String reasonError() {
        if (reason.isEmpty()) {
            return "请写明废止的理由。";
        }
        return reason.length() > LONGEST_REASON
                ? "理由最多 " + LONGEST_REASON + " 个字符，现有 " + reason.length() + " 个。"
                : null;
    }
}
