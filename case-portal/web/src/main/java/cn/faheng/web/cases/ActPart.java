package cn.faheng.web.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Proof.EvidenceAdded;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.web.desk.ActSheets;
import cn.faheng.web.desk.Entries;
import cn.faheng.web.desk.Sheet;
import cn.faheng.web.show.Places;
import cn.faheng.web.show.Show;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The part of an act's form that its item decides: the questions, the circumstances, and what proves each of them. */
@Component
final class ActPart {

    private static final String PROOF = "proof.";

    private final ActSheets sheets;

    ActPart(ActSheets sheets) {
        this.sheets = sheets;
    }

    /** The sheet of the item that is typed; empty while none is, or where the rule base does not have it. */
    Optional<Sheet> sheet(MultiValueMap<String, String> values, LocalDate today) {
        Typed typed = new Typed(values);
        String item = typed.text("f.item");
        if (item == null) {
            return Optional.empty();
        }
        String place = typed.value("f.place").matches("[1-9]\\d{5}")
                ? typed.value("f.place")
                : Places.city().code();
        LocalDate act = day(typed, "f.end").or(() -> day(typed, "f.start")).orElse(today);
        return sheets.sheet(code(item), new Division(place), act, today, new Entries(values));
    }

    /** The sheet of an act on record, with the answers that it holds. */
    Optional<Sheet> sheet(ActRecorded act, LocalDate today) {
        LocalDate end = act.end() == null ? today : act.end();
        return sheets.sheet(act.item(), new Division(act.place()), end, today, new Entries(values(act)));
    }

    /** What is typed is the code, or the line of the list that begins with it. */
    static String code(String typed) {
        return typed.strip().split("\\s", 2)[0];
    }

    private static Optional<LocalDate> day(Typed typed, String name) {
        try {
            return Optional.ofNullable(typed.text(name)).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads answers, circumstances and proofs by the names of the components that hold them. */
    Map<String, Object> read(Sheet sheet, MultiValueMap<String, String> values, Show show, Map<String, String> errors) {
        ActSheets.Answers answers = sheets.read(sheet, new Entries(values), show);
        errors.putAll(answers.errors());
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("facts", answers.facts());
        read.put("circumstances", answers.circumstances());
        read.put("provedBy", proofs(values));
        return read;
    }

    private static Map<String, List<String>> proofs(MultiValueMap<String, String> values) {
        Map<String, List<String>> proofs = new TreeMap<>();
        values.forEach((name, chosen) -> {
            List<String> ids = chosen.stream().filter(id -> !id.isBlank()).toList();
            if (name.startsWith(PROOF) && !ids.isEmpty()) {
                proofs.put(name.substring(PROOF.length()), ids);
            }
        });
        return proofs;
    }

    /** What a form holds for an act on record. */
    static MultiValueMap<String, String> values(Entry entry) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        if (entry instanceof ActRecorded act) {
            act.facts().forEach((fact, answer) -> values.add("fact." + fact, String.valueOf(answer)));
            act.provedBy().forEach((fact, ids) -> ids.forEach(id -> values.add(PROOF + fact, id)));
            circumstances(act.circumstances(), values);
        }
        return values;
    }

    private static void circumstances(Circumstances held, MultiValueMap<String, String> values) {
        held.codes().forEach(code -> values.add("circumstance", code));
        Map<String, Boolean> ticks = new HashMap<>();
        ticks.put("minorViolation", held.minorViolation());
        ticks.put("correctedInTime", held.correctedInTime());
        ticks.put("firstViolation", held.firstViolation());
        ticks.put("noSubjectiveFault", held.noSubjectiveFault());
        ticks.put("endangersLifeHealthOrFinance", held.endangersLifeHealthOrFinance());
        ticks.put("majorPublicInterest", held.majorPublicInterest());
        ticks.put("complexOrMajor", held.complexOrMajor());
        ticks.put("businessActivity", held.businessActivity());
        ticks.entrySet().stream().filter(Map.Entry::getValue).forEach(tick -> values.add(tick.getKey(), "on"));
        Optional.ofNullable(held.harm())
                .ifPresent(harm -> values.add("harm", harm.name().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(held.goodsValueFen()).ifPresent(fen -> values.add("goodsValue", Typed.yuan(fen)));
        Optional.ofNullable(held.confiscatedValueFen())
                .ifPresent(fen -> values.add("confiscatedValue", Typed.yuan(fen)));
    }

    /** The evidence on file, to be ticked for each fact that it proves. */
    static List<Option> evidence(CaseFile file) {
        return file.all(EvidenceAdded.class).stream()
                .map(e -> new Option(e.id(), e.title()))
                .toList();
    }

    /** Circumstances that are ticked, which want proof as the answers do. */
    static List<String> ticked(MultiValueMap<String, String> values) {
        return Stream.ofNullable(values.get("circumstance"))
                .flatMap(List::stream)
                .toList();
    }
}
