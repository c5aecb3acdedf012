package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Coercion.RectificationChecked;
import cn.faheng.rules.casefile.Coercion.RectificationOrdered;
import cn.faheng.rules.casefile.Entry;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What became of an order to put things right. */
public final class Rectifications {

    private Rectifications() {}

    /** When a check found it done; null while none did. */
    public static @Nullable LocalDateTime done(CaseFile file, RectificationOrdered order) {
        return file.all(RectificationChecked.class).stream()
                .filter(check -> check.order().equals(order.id()) && check.done())
                .map(Entry::at)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }
}
