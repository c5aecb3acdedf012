package cn.faheng.web.cases;

import cn.faheng.casework.cases.NewLead;
import cn.faheng.rules.casefile.Opening.SourceKind;
import cn.faheng.web.show.Show;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it was typed.
 *
 * @param counterpart id of the counterpart chosen, or empty
 * @param counterpartName its name, so that it stays to be seen
 * @param counterpartQuery what is looked for
 * @param formKey made with the page, so that a button pressed twice registers once
 */
public record LeadForm(
        String kind,
        String receivedOn,
        String from,
        String summary,
        String field,
        String place,
        String item,
        String counterpart,
        String counterpartName,
        String counterpartQuery,
        String formKey) {

    static LeadForm of(Map<String, String> typed) {
        return new LeadForm(
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("receivedOn", "").strip(),
                typed.getOrDefault("from", "").strip(),
                typed.getOrDefault("summary", "").strip(),
                typed.getOrDefault("field", ""),
                typed.getOrDefault("place", ""),
                typed.getOrDefault("item", "").strip(),
                typed.getOrDefault("counterpart", ""),
                typed.getOrDefault("counterpartName", ""),
                typed.getOrDefault("counterpartQuery", "").strip(),
                typed.getOrDefault("formKey", ""));
    }

    Map<String, String> errors(Show show, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (Arrays.stream(SourceKind.values()).noneMatch(k -> k.name().equals(kind))) {
            errors.put("kind", show.text("cases.new.error.kind"));
        }
        LocalDate received = day();
        if (received == null) {
            errors.put("receivedOn", show.text("cases.new.error.day"));
        } else if (received.isAfter(today)) {
            errors.put("receivedOn", show.text("cases.new.error.future"));
        }
        if (summary.isEmpty()) {
            errors.put("summary", show.text("cases.new.error.summary"));
        }
        if (field.isEmpty()) {
            errors.put("field", show.text("cases.new.error.field"));
        }
        if (!place.matches("[1-9]\\d{5}")) {
            errors.put("place", show.text("cases.new.error.place"));
        }
        if (!counterpartQuery.isEmpty() && counterpart.isEmpty()) {
            errors.put("counterpartQuery", show.text("cases.new.error.counterpart"));
        }
        return errors;
    }

    private @Nullable LocalDate day() {
        try {
            return receivedOn.isEmpty() ? null : LocalDate.parse(receivedOn);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The lead; only after no error was found. */
    NewLead lead() {
        LocalDate received = day();
        if (received == null) {
            throw new IllegalStateException("The day was not checked");
        }
        return new NewLead(
                SourceKind.valueOf(kind),
                received,
                from,
                summary,
                field,
                place,
                counterpart.isEmpty() ? null : CaseIds.of(counterpart),
                item.isEmpty() ? null : ActPart.code(item),
                "form:" + (formKey.isEmpty() ? UUID.randomUUID().toString() : formKey));
    }
}
