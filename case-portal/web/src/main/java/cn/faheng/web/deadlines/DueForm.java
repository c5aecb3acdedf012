package cn.faheng.web.deadlines;

import cn.faheng.casework.deadlines.Colour;
import cn.faheng.casework.deadlines.DueQuery;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.Person;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is typed above the list and the calendar. What cannot be read is left out of account.
 *
 * @param body code of a body, or empty for all
 * @param officer certificate number, or empty
 * @param mine only those of the reader's own cases
 * @param limit id of a time limit, or empty
 * @param colour code of a colour, or empty
 * @param from first last day, or empty
 * @param to latest last day, or empty
 */
public record DueForm(String body, String officer, boolean mine, String limit, String colour, String from, String to) {

    static DueForm of(Map<String, String> typed) {
        return new DueForm(
                typed.getOrDefault("body", "").strip(),
                typed.getOrDefault("officer", "").strip(),
                typed.containsKey("mine"),
                typed.getOrDefault("limit", "").strip(),
                typed.getOrDefault("colour", "").strip(),
                typed.getOrDefault("from", "").strip(),
                typed.getOrDefault("to", "").strip());
    }

    DueQuery query(@Nullable String after) {
        return new DueQuery(
                blank(body),
                mine ? own() : blank(officer),
                blank(limit),
                Colour.ofCode(colour).orElse(null),
                day(from),
                day(to),
                after,
                DueQuery.PER_PAGE);
    }

    /** The own certificate; one that nobody has where the reader has none. */
    private static String own() {
        return Caller.maybePerson().map(Person::certificate).orElse("-");
    }

    /** Whether a day was typed that is none. */
    public boolean hasBadDay() {
        return (!from.isEmpty() && day(from) == null) || (!to.isEmpty() && day(to) == null);
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The address of the list with this filter and another colour. */
    public String listOf(String otherColour) {
        return address("/deadlines", new DueForm(body, officer, mine, limit, otherColour, from, to));
    }

    /** The address of the list of one day. */
    public String listOn(LocalDate day) {
        return address("/deadlines", new DueForm(body, officer, mine, limit, colour, day.toString(), day.toString()));
    }

    /** The address of the next page. */
    public String next(String after) {
        return UriComponentsBuilder.fromUriString(address("/deadlines", this))
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(after)
                .toUriString();
    }

    /** The address of a month with this filter. */
    public String month(String month) {
        String address = address("/deadlines/calendar", new DueForm(body, officer, mine, limit, colour, "", ""));
        return address + (address.contains("?") ? "&" : "?") + "month=" + month;
    }

    private static String address(String path, DueForm form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "body", form.body());
        add(address, "officer", form.officer());
        add(address, "limit", form.limit());
        add(address, "colour", form.colour());
        add(address, "from", form.from());
        add(address, "to", form.to());
        if (form.mine()) {
            address.queryParam("mine", "on");
        }
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
