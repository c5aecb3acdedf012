package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.Entry;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An entry as it was put on record.
 *
 * @param seq its place in the file, from 1
 * @param entry the entry
 * @param reasons reasons given for findings, and who let them pass
 * @param byAccount user name of who put it on record
 * @param byName the name shown
 * @param at when it was put on record
 * @param hash seal over it and all before it, hexadecimal
 */
public record Recorded(
        int seq,
        Entry entry,
        List<GivenReason> reasons,
        String byAccount,
        String byName,
        OffsetDateTime at,
        String hash) {

    public Recorded {
        reasons = List.copyOf(reasons);
    }
}
