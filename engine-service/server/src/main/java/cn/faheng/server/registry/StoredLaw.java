package cn.faheng.server.registry;

import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Law that another room keeps beside the rule base, for look-ups only. That room declares it as a bean. */
public interface StoredLaw {

    /** None. */
    StoredLaw NONE = () -> Held.NOTHING;

    /** What is kept now; the same object as long as nothing changes. */
    Held held();

    /**
     * What is kept.
     *
     * @param instruments instruments in their versions
     * @param endings last days that were written later
     */
    record Held(List<LegalInstrument> instruments, List<Ending> endings) {

        private static final Logger LOG = LoggerFactory.getLogger(StoredLaw.class);
        private static final Held NOTHING = new Held(List.of(), List.of());

        public Held {
            instruments = List.copyOf(instruments);
            endings = List.copyOf(endings);
        }

        /**
         * A library with what is kept. Where both hold a version its words stay and other articles are added. What contradicts the
         * library, since another rule base was published, is left out and named in the log.
         */
        public LawLibrary over(LawLibrary base) {
            List<LegalInstrument> all = new ArrayList<>();
            base.titles().forEach(title -> base.versions(title).forEach(version -> all.add(ended(version))));
            LawLibrary library = new LawLibrary(all);
            List<LegalInstrument> kept = instruments.stream().map(this::ended).toList();
            try {
                return library.with(kept);
            } catch (IllegalArgumentException e) {
                return oneByOne(library, kept);
            }
        }

        private static LawLibrary oneByOne(LawLibrary base, List<LegalInstrument> kept) {
            LawLibrary library = base;
            for (LegalInstrument instrument : kept) {
                try {
                    library = library.with(List.of(instrument));
                } catch (IllegalArgumentException e) {
                    LOG.warn("法律文本未并入：{}@{}: {}", instrument.title(), instrument.version(), e.getMessage());
                }
            }
            return library;
        }

        private LegalInstrument ended(LegalInstrument version) {
            LegalInstrument ended = version;
            for (Ending ending : endings) {
                if (ending.title().equals(version.title())
                        && ending.version().equals(version.version())
                        && !ending.lastDay().isBefore(version.version())) {
                    ended = new LegalInstrument(
                            version.title(),
                            version.level(),
                            new EffectivePeriod(version.version(), ending.lastDay()),
                            version.source(),
                            version.confidence(),
                            version.articles());
                }
            }
            return ended;
        }
    }

    /**
     * The last day of a version, written when another one or a repeal made it known.
     *
     * @param title title of the instrument
     * @param version first day in force of the version
     * @param lastDay its last day
     */
    record Ending(String title, LocalDate version, LocalDate lastDay) {}
}
