package cn.faheng.authoring.library;

import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.registry.StoredLaw;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The stored instruments in memory. Looks for changes of other processes at most once a second. */
@Component
final class LawShelf implements StoredLaw {

    private static final Logger LOG = LoggerFactory.getLogger(LawShelf.class);
    private static final long BETWEEN_LOOKS = 1_000_000_000L;

    private final LawRows rows;
    private final Map<String, LegalInstrument> instruments = new TreeMap<>();
    private volatile Held held = new Held(List.of(), List.of());
    private volatile long lookedAt = System.nanoTime() - BETWEEN_LOOKS;
    private long lastChange;

    LawShelf(LawRows rows) {
        this.rows = rows;
    }

    @Override
    public Held held() {
        if (System.nanoTime() - lookedAt >= BETWEEN_LOOKS) {
            try {
                look();
            } catch (DataAccessException e) {
                // Looking up a provision does not need the store; what was seen last still answers.
                LOG.warn("法律库暂时读不到，继续使用上次读到的内容：{}", e.getMessage());
                lookedAt = System.nanoTime();
            }
        }
        return held;
    }

    /** Sees at once what was stored. */
    synchronized void look() {
        long change = rows.lastChange();
        if (change > lastChange) {
            rows.instrumentsAfter(lastChange).forEach(law -> instruments.put(law.title() + "@" + law.version(), law));
            held = new Held(List.copyOf(instruments.values()), rows.endings());
            lastChange = change;
        }
        lookedAt = System.nanoTime();
    }
}
