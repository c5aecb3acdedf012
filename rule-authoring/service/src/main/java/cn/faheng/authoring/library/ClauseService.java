package cn.faheng.authoring.library;

import cn.faheng.contract.model.ClauseReadingBody;
import cn.faheng.contract.model.ClauseRequestBody;
import cn.faheng.drafting.clause.ClauseReader;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.Problem.FieldError;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the penalty forms of a clause: of words that were given, or of a provision in the library. */
@Service
public class ClauseService {

    private static final int LONGEST = 20_000;

    private final LawLibraryService laws;

    ClauseService(LawLibraryService laws) {
        this.laws = laws;
    }

    /** Reads the words of a provision. */
    public ClauseReading read(String words) {
        if (words.length() > LONGEST) {
            throw refused("/text", "文字超过 " + LONGEST + " 个字符，请只放一条。");
        }
        return ClauseReader.read(words);
    }

    /** A provision in force on a day or in a version; throws where it is not held. */
    public Words words(String law, @Nullable LocalDate version, @Nullable LocalDate on, ProvisionPath at) {
        LawLibrary library = laws.library();
        if (library.versions(law).isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW).with("law", law));
        }
        Optional<LegalInstrument> instrument = version != null
                ? library.version(law, version)
                : on != null ? library.inForce(law, on) : Optional.empty();
        LegalInstrument held = instrument.orElseThrow(() ->
                new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW_VERSION).with("law", law)));
        return held.words(at)
                .map(words -> new Words(new Citation.OfProvision(law, held.version(), at), words))
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemType.UNKNOWN_LAW_VERSION,
                                "《" + law + "》自" + held.version() + "起施行的一版没有收录" + at.chinese() + "，或者没有这一条款项。")
                        .with("law", law)));
    }

    /**
     * The words of a provision.
     *
     * @param citation where they stand
     * @param words the words
     */
    public record Words(Citation.OfProvision citation, String words) {}

    ClauseReadingBody read(ClauseRequestBody asked) {
        String text = asked.getText();
        String law = asked.getLaw();
        String at = asked.getAt();
        if (text != null && law == null) {
            if (text.isBlank()) {
                throw refused("/text", "请填写条文。");
            }
            return ClauseViews.reading(read(text));
        }
        if (text != null || law == null || at == null || (asked.getVersion() == null) == (asked.getOn() == null)) {
            throw refused("", "请写 text；或者写 law、at，并在 version 和 on 中选写一个。");
        }
        Words words = words(law, asked.getVersion(), asked.getOn(), LawsController.path(at));
        return ClauseViews.reading(read(words.words()))
                .citation(words.citation().chinese())
                .version(words.citation().version());
    }

    private static ProblemException refused(String pointer, String detail) {
        return new ProblemException(
                Problem.ofFields(List.of(FieldError.at(pointer, ProblemType.MISSING_FIELD, detail))));
    }
}
