package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.casefile.Opening.SourceVerified;
import cn.faheng.rules.casefile.Opening.VerificationExtended;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The time in which a lead is looked into and it is decided whether to file. */
public final class Verifications {

    private Verifications() {}

    /** How often it was lengthened with leave of a head. */
    public static int extensions(CaseFile file) {
        return (int) file.all(VerificationExtended.class).stream()
                .filter(extension -> Entry.givenByHead(extension.leave()))
                .count();
    }

    /** When it was decided whether to file. */
    public static @Nullable LocalDateTime ended(CaseFile file, SourceRegistered source) {
        LocalDateTime begin = source.receivedOn().atStartOfDay();
        return Events.earliest(Events.any(file, SourceVerified.class, begin), Events.any(file, Filed.class, begin));
    }
}
