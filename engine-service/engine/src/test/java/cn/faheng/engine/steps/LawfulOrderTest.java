package cn.faheng.engine.steps;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.engine.steps.LawfulStep.State;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("程序的次序")
class LawfulOrderTest {

    private static final Division RENCHENG = new Division("370811");

    private static List<Entry> lawful(String name) throws IOException {
        try (InputStream in = LawfulOrderTest.class.getResourceAsStream("/gates/_bases/" + name + ".yaml")) {
            return Entries.read(new YAMLMapper().readTree(in).get("entries"));
        }
    }

    private static StepLaw on(LocalDate day) {
        return StepLaw.on(Bundled.BASE.catalogue(), Bundled.MODELS, "food", RENCHENG, day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary-2026", "ordinary-2020", "summary-2026", "summary-2020", "no-penalty-2026"})
    @DisplayName("合法的案卷，每一步在轮到它的时候都是可以办理的")
    void everyStepOfALawfulCaseIsOpen(String name) throws IOException {
        List<Entry> entries = lawful(name);
        LocalDate filed = new CaseFile(entries).filed().orElseThrow().on();
        StepLaw law = on(filed);
        List<String> notOpen = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (Step.of(entry).equals("sourceRegistered")) {
                continue;
            }
            CaseFile before = new CaseFile(entries.subList(0, i));
            LawfulStep step = law.step(before, Step.of(entry)).orElseThrow();
            if (!step.isOpen()) {
                notOpen.add(new Milestones(before).stage() + " " + entry.id() + " " + step.state() + " "
                        + step.row().says());
            }
        }
        assertThat(notOpen).isEmpty();
    }

    @Test
    @DisplayName("每一种条目都有程序规定：新旧两部法律各有一步")
    void everyKindOfEntryHasItsStep() {
        TreeSet<String> kinds = new TreeSet<>();
        Entries.types().values().forEach(kind -> {
            String name = kind.getSimpleName();
            kinds.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        });
        // The lead itself begins the case; the refusal of leave is kept with the request.
        kinds.remove("sourceRegistered");
        kinds.remove("leaveRefused");
        for (LocalDate day : List.of(LocalDate.of(2020, 9, 1), LocalDate.of(2026, 3, 2))) {
            TreeSet<String> without = new TreeSet<>(kinds);
            without.removeAll(on(day).steps(CaseFile.empty()).keySet());
            assertThat(without).isEmpty();
        }
    }

    @Test
    @DisplayName("没有核查不得立案，没有立案不得决定，没有结案不得归档")
    void nothingComesBeforeItsTurn() throws IOException {
        StepLaw law = on(LocalDate.of(2026, 3, 5));
        CaseFile lead = new CaseFile(lawful("ordinary-2026").subList(0, 5));
        assertThat(law.step(lead, "filed").orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(law.step(lead, "decisionMade").orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(law.step(lead, "archived").orElseThrow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    @DisplayName("立案时的程序：二〇二一年七月十五日以前立案的，适用旧法的程序")
    void theOrderIsThatOfTheDayOfFiling() {
        assertThat(on(LocalDate.of(2021, 7, 14)).ruleSets())
                .extracting(RuleSet::ref)
                .anySatisfy(ref -> assertThat(ref.toString()).isEqualTo("common/steps-opening@2018-01-01"));
        assertThat(on(LocalDate.of(2021, 7, 15)).ruleSets())
                .extracting(RuleSet::ref)
                .anySatisfy(ref -> assertThat(ref.toString()).isEqualTo("common/steps-opening@2021-07-15"));
    }
}
