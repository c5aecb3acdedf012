package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.casework.cases.Recorded;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What happened in a case since a page of it was opened. */
final class Happened {

    /** What the record adds by itself. */
    private static final Set<String> ADDED = Set.of("leave", "number");

    private Happened() {}

    /** Entries put on record after the case stood at {@code revision}; every entry makes one revision. */
    static List<Recorded> since(CaseView view, int revision) {
        int entries = view.recorded().size() - (view.head().revision() - revision);
        return view.recorded().stream().filter(r -> r.seq() > entries).toList();
    }

    /** Whether what is sent is on record already, by the same hand: a button pressed twice. */
    static boolean isOnRecord(CaseView view, Entry entry, String account) {
        return view.recorded().stream().anyMatch(r -> r.byAccount().equals(account) && isSame(r.entry(), entry));
    }

    /** Whether what is sent waits for leave already. */
    static boolean isWaiting(CaseView view, Entry entry, String account) {
        return view.requests().stream()
                .anyMatch(r -> r.state() == cn.faheng.casework.cases.CaseRequest.State.OPEN
                        && r.byAccount().equals(account)
                        && isSame(r.entry(), entry));
    }

    private static boolean isSame(Entry one, Entry other) {
        return bare(one).equals(bare(other));
    }

    private static ObjectNode bare(Entry entry) {
        ObjectNode tree = Entries.mapper().valueToTree(entry);
        tree.remove(ADDED);
        return tree;
    }
}
