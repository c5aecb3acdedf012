package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.Opening.SourceKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead that comes in.
 *
 * @param kind kind of source
 * @param receivedOn the day on which it was discovered or received
 * @param from who it came from; empty where nobody is named
 * @param summary what it says
 * @param field field of enforcement
 * @param place division where it happened, six digits
 * @param counterpart whom it is about, or null while unknown
 * @param item code of the item it points to, or null
 * @param origin what it came from in this system, such as an inspection; makes a repetition harmless; or null
 */
public record NewLead(
        SourceKind kind,
        LocalDate receivedOn,
        String from,
        String summary,
        String field,
        String place,
        @Nullable UUID counterpart,
        @Nullable String item,
        @Nullable String origin) {}
