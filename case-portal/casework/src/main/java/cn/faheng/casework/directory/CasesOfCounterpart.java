package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What others know about the history of a counterpart. Whoever keeps cases or inspections is one; each says only what the caller may see. */
public interface CasesOfCounterpart {

    /** Lines about a counterpart under any of its ids, the newest first. */
    List<HistoryLine> of(List<UUID> ids);

    /**
     * A case or an inspection.
     *
     * @param number its number
     * @param title what it is about
     * @param state where it stands
     * @param day the day of its beginning
     * @param path the address of its page
     */
    record HistoryLine(String number, String title, String state, LocalDate day, String path) {}
}
