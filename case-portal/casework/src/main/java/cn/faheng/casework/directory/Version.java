package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dated version of a body, an officer, an item or a line of a list of powers. Versions are only added, never changed.
 *
 * @param id its number
 * @param subject what it is a version of
 * @param code code of that
 * @param content what it says
 * @param appliesFrom the day from which it says so
 * @param basedOn number of the version in force for which it was proposed, or null for the first
 * @param state proposed, in force, returned, or withdrawn by whoever proposed it
 * @param reason why it was proposed
 * @param compiled who compiled it
 * @param reviewed who reviewed it, or null
 * @param remark what the reviewer said, or empty
 * @param importId the import it came with, or null
 */
public record Version<T>(
        long id,
        Subject subject,
        String code,
        T content,
        LocalDate appliesFrom,
        @Nullable Long basedOn,
        State state,
        String reason,
        Signature compiled,
        @Nullable Signature reviewed,
        String remark,
        @Nullable UUID importId) {

    /** Where a version stands. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        RETURNED,
        WITHDRAWN
    }

    /**
     * Who did something and when.
     *
     * @param account user name
     * @param name the name shown
     * @param at when
     */
    public record Signature(String account, String name, OffsetDateTime at) {}
}
