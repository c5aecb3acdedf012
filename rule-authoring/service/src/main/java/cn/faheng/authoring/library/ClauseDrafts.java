package cn.faheng.authoring.library;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.NewDraft;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.authoring.library.ClauseService.Words;
import cn.faheng.contract.model.ClauseDraftRequestBody;
import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.ClauseStatute;
import cn.faheng.drafting.clause.ClauseStatute.Origin;
import cn.faheng.drafting.clause.ClauseStatute.StatuteDraft;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.Problem.FieldError;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes the draft of a statutory range from a provision in the library, of the penalties that a person has confirmed. */
@Service
public class ClauseDrafts {

    private static final String NATION = "000000";

    private final ClauseService clauses;
    private final LawLibraryService laws;
    private final Drafts drafts;

    ClauseDrafts(ClauseService clauses, LawLibraryService laws, Drafts drafts) {
        this.clauses = clauses;
        this.laws = laws;
        this.drafts = drafts;
    }

    /** Makes the draft; throws where the provision is not held, nothing is confirmed, or somebody else would have to do it. */
    public Draft draft(ClauseDraftRequestBody asked, Actor actor) {
        actor.require(Actor.Office.AUTHOR);
        String law = asked.getLaw();
        String at = asked.getAt();
        SheetItem item = asked.getItem() == null ? null : Views.convert(asked.getItem(), SheetItem.class);
        if (law == null || at == null || item == null || (asked.getVersion() == null) == (asked.getOn() == null)) {
            throw refused("", ProblemType.MISSING_FIELD, "请写 law、at、item，并在 version 和 on 中选写一个。");
        }
        ProvisionPath path = LawsController.path(at);
        Words words = clauses.words(law, asked.getVersion(), asked.getOn(), path);
        ClauseReading reading = clauses.read(words.words());
        StatuteDraft statute = statute(reading, asked.getForms(), origin(asked, item, words));
        DraftContent content =
                new DraftContent(statute.sheet(), null, List.of(), cases(statute.sheet()), null, statute.questions());
        return drafts.create(NewDraft.of(content, "由条文" + words.citation().chinese() + "起草法定幅度"), actor);
    }

    private static StatuteDraft statute(ClauseReading reading, @Nullable List<Integer> numbers, Origin origin) {
        try {
            return ClauseStatute.draft(reading, confirmed(reading, numbers), origin);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, String.valueOf(e.getMessage()));
        }
    }

    /** The forms that were confirmed; nothing that is unsure goes in unless its number says that somebody has looked at it. */
    private static List<PenaltyForm> confirmed(ClauseReading reading, @Nullable List<Integer> numbers) {
        if (numbers == null) {
            return reading.forms().stream().filter(PenaltyForm::isSure).toList();
        }
        List<PenaltyForm> confirmed = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (number < 1 || number > reading.forms().size()) {
                throw refused(
                        "/forms/" + i,
                        ProblemType.OUT_OF_RANGE,
                        "从这一条读出 " + reading.forms().size() + " 项处罚，没有第 " + number
                                + " 项。请按 POST /clauses:read 答复的顺序填写。");
            }
            confirmed.add(reading.forms().get(number - 1));
        }
        return confirmed;
    }

    private Origin origin(ClauseDraftRequestBody asked, SheetItem item, Words words) {
        LegalInstrument law = laws.library()
                .version(words.citation().law(), words.citation().version())
                .orElseThrow();
        LocalDate from = Objects.requireNonNullElse(asked.getEffectiveFrom(), law.version());
        LocalDate to = asked.getEffectiveTo() == null ? law.effective().to() : asked.getEffectiveTo();
        String jurisdiction = Objects.requireNonNullElse(asked.getJurisdiction(), NATION);
        boolean statute = law.level().equals("法律");
        String issuer = statute ? "全国人民代表大会及其常务委员会" : "《" + law.title() + "》的制定机关";
        return new Origin(
                item,
                law.title(),
                law.version(),
                words.citation().at().toString(),
                from,
                to,
                jurisdiction,
                Objects.requireNonNullElse(asked.getAuthority(), issuer));
    }

    /** The table of cases, without any yet. */
    private static String cases(Sheet sheet) {
        List<String> columns = new ArrayList<>(List.of("id", "title"));
        sheet.facts().forEach(fact -> columns.add(fact.name()));
        columns.add("=rows");
        return String.join(",", columns) + "\n";
    }

    private static ProblemException refused(String pointer, ProblemType type, String detail) {
        return new ProblemException(Problem.ofFields(List.of(FieldError.at(pointer, type, detail))));
    }
}
