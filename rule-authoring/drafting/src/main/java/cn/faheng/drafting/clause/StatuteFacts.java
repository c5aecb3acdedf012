package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.clause.Dimension.Value;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The questions of a statute draft, and which of their answers each penalty asks for. */
final class StatuteFacts {
    private static final String ORDINARY = "一般";
    /** 有前款第一项、第八项行为之一: what the paragraph before imposes on all its items holds as well. */
    private static final Pattern OF_ITEMS = Pattern.compile("有(?:前款|本条第一款|第一款)(?:规定的?)?第[^，；。]*项");

    private static final Pattern LISTS_ITEMS = Pattern.compile("有(?:下列|以下)[^，；。]*(?:行为|情形|情况|之一)");

    private final List<PenaltyForm> forms;
    private final Map<String, SheetFact> facts = new LinkedHashMap<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<String, Limits> limits = new HashMap<>();
    private final Map<PenaltyForm, String> conducts = new HashMap<>();
    private final List<OpenQuestion> questions = new ArrayList<>();
    private final Narrowing narrowing;

    StatuteFacts(List<PenaltyForm> forms, Scope scope) {
        this.forms = forms;
        conduct();
        overdue();
        grade();
        thresholds();
        parties();
        roles();
        measured();
        this.narrowing = new Narrowing(dimensions, limits, scope);
        narrow(scope);
    }

    /** The values of each dimension that concern the item. */
    Narrowing narrowing() {
        return narrowing;
    }

    /** A step that the item states is not asked; an amount is, within the limits that the item states. */
    private void narrow(Scope scope) {
        for (Dimension dimension : dimensions) {
            SheetFact fact = facts.get(dimension.fact());
            if (fact == null || !narrowing.isNarrowed(dimension)) {
                continue;
            }
            if (fact.type().equals("money")) {
                facts.put(fact.name(), fact.within(scope.least(), scope.most()));
            } else if (narrowing.isFixed(dimension)) {
                facts.remove(fact.name());
            }
        }
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<String> inputs() {
        return dimensions.stream()
                .filter(d -> !narrowing.isFixed(d))
                .map(Dimension::fact)
                .toList();
    }

    List<SheetFact> all() {
        return List.copyOf(facts.values());
    }

    List<OpenQuestion> questions() {
        return questions;
    }

    /** Whether a penalty can be imposed where a fact has this value; null where it does not ask for the fact. */
    @Nullable
    Boolean asks(PenaltyForm form, Dimension dimension, int value) {
        Value one = dimension.values().get(value);
        return switch (dimension.fact()) {
            case "conduct" -> conducts.containsKey(form) ? conducts.get(form).equals(one.says()) : null;
            case "overdue" ->
                FormConditions.isOverdue(form) ? Boolean.valueOf(value == 1) : isFirstStep(form) ? value == 0 : null;
            case "circumstancesGrade" ->
                FormConditions.serious(form) == null ? null : one.says().equals(FormConditions.serious(form));
            case "partyKind" -> party(form.subject(), value);
            case "role" ->
                (form.subject() == Subject.PARTY && form.role() != null)
                        ? one.says().equals(form.role())
                        : null;
            default -> threshold(form, dimension, value);
        };
    }

    private @Nullable Boolean threshold(PenaltyForm form, Dimension dimension, int value) {
        Threshold t = form.condition().threshold();
        if (t == null || !dimension.fact().startsWith(StatuteNames.base(t.base()))) {
            return null;
        }
        if (dimension.fact().endsWith("Uncountable")) {
            return t.uncountable() ? value == 1 : null;
        }
        Limits cut = limits.get(t.base());
        boolean only = t.uncountable() && t.min() == null && t.max() == null && !t.none();
        return (cut == null || only) ? null : cut.holds(t, value);
    }

    private static @Nullable Boolean party(Subject subject, int value) {
        return switch (subject) {
            case INDIVIDUAL -> value == 0;
            case ORGANISATION -> value == 1;
            default -> null;
        };
    }

    private void conduct() {
        Set<String> all = new LinkedHashSet<>();
        for (PenaltyForm form : forms) {
            Step step = form.condition().step();
            if ((step == Step.BASIC || step == Step.OTHER)
                    && form.condition().within().isEmpty()) {
                all.add(FormConditions.trimmed(form.condition().words()));
            }
        }
        all.remove("");
        boolean shared = isShared(all);
        if (shared && all.stream().filter(w -> OF_ITEMS.matcher(w).find()).count() > 1) {
            all.removeIf(w -> LISTS_ITEMS.matcher(w).find());
        }
        if (all.size() < 2) {
            return;
        }
        String current = null;
        for (PenaltyForm form : forms) {
            String own = FormConditions.trimmed(form.condition().words());
            current = shared && LISTS_ITEMS.matcher(own).find() ? null : all.contains(own) ? own : current;
            if (current != null) {
                conducts.put(form, current);
            }
        }
        choice("conduct", "违法情形", "Conduct", List.copyOf(all), "属于条文所列哪一种情形");
    }

    /** Whether what is imposed on all items listed holds in 有前款第一项行为 too: the paragraph before names no fine of its own. */
    private boolean isShared(Set<String> all) {
        if (all.stream().noneMatch(w -> OF_ITEMS.matcher(w).find())
                || all.stream().noneMatch(w -> LISTS_ITEMS.matcher(w).find())) {
            return false;
        }
        for (PenaltyForm form : forms) {
            String own = FormConditions.trimmed(form.condition().words());
            if (OF_ITEMS.matcher(own).find()) {
                return true;
            }
            if (form.kind() == PenaltyKind.FINE) {
                questions.add(new OpenQuestion(
                        "items", "penalty", own, "条文对“有前款第几项行为”另行规定了处罚，前款的责令改正、没收等措施是否同时适用，草案没有写入。请确认并补充。", null));
                return false;
            }
        }
        return false;
    }

    private void overdue() {
        forms.stream().filter(FormConditions::isOverdue).findFirst().ifPresent(form -> {
            String words = form.condition().step() == Step.OVERDUE
                    ? FormConditions.trimmed(form.condition().words())
                    : "逾期不改正";
            facts.put(
                    "overdue",
                    Facts.yesNo(
                            "overdue",
                            words,
                            "Not rectified within the time limit",
                            "责令改正的期限届满，经复查仍未改正",
                            "责令改正通知书、复查记录"));
            dimensions.add(new Dimension("overdue", List.of(new Value("false", ""), new Value("true", words))));
        });
        forms.stream().filter(this::isFirstStep).findFirst().ifPresent(form -> {
            String asks = "条文在责令改正时给予“" + form.name() + "”，逾期不改正的另行规定了处罚。草案在逾期的情形不再给予，请确认。";
            questions.add(new OpenQuestion("step", "penalty", form.name(), asks, null));
        });
    }

    /** 责令改正，给予警告；逾期不改正的，处…: the warning belongs to the step before. */
    private boolean isFirstStep(PenaltyForm form) {
        boolean warning = form.kind() == PenaltyKind.WARNING || form.kind() == PenaltyKind.CRITICISM;
        return warning
                && !FormConditions.isOverdue(form)
                && FormConditions.serious(form) == null
                && forms.stream()
                        .anyMatch(f ->
                                FormConditions.isOverdue(f) && Objects.equals(conducts.get(f), conducts.get(form)));
    }

    private void grade() {
        Set<String> grades = new LinkedHashSet<>(List.of(ORDINARY));
        for (PenaltyForm form : forms) {
            String serious = FormConditions.serious(form);
            if (serious != null) {
                grades.add(serious);
            }
        }
        if (grades.size() > 1) {
            choice("circumstancesGrade", "情节", "Gravity", List.copyOf(grades), "是否属于条文所说的情节，由人认定");
        }
    }

    private void thresholds() {
        Map<String, List<Threshold>> byBase = new LinkedHashMap<>();
        for (PenaltyForm form : forms) {
            Threshold t = form.condition().threshold();
            if (t != null) {
                byBase.computeIfAbsent(t.base(), base -> new ArrayList<>()).add(t);
            }
        }
        byBase.forEach((base, all) -> {
            String name = StatuteNames.base(base);
            if (all.stream().anyMatch(Threshold::uncountable)) {
                facts.put(
                        name + "Uncountable", Facts.yesNo(name + "Uncountable", base + "无法计算或者明显偏低", null, null, null));
                dimensions.add(new Dimension(
                        name + "Uncountable", List.of(new Value("false", ""), new Value("true", base + "无法计算"))));
            }
            Limits cut = new Limits(base, all);
            if (!cut.isEmpty()) {
                limits.put(base, cut);
                money(base);
                dimensions.add(new Dimension(name, cut.values()));
            }
        });
    }

    private void parties() {
        boolean split =
                forms.stream().anyMatch(f -> f.subject() == Subject.INDIVIDUAL || f.subject() == Subject.ORGANISATION);
        if (split) {
            facts.put("partyKind", Facts.partyKind());
            dimensions.add(new Dimension(
                    "partyKind",
                    List.of(
                            new Value("\"individual\", \"sole-proprietor\"", "个人"),
                            new Value("\"organisation\"", "单位"))));
            questions.add(new OpenQuestion(
                    "party", "partyKind", "对个人……对单位……", "条文区分单位和个人，没有写个体工商户。草案把个体工商户按个人处理，请确认。", null));
        }
    }

    private void roles() {
        List<String> roles = forms.stream()
                .filter(f -> f.subject() == Subject.PARTY && f.role() != null)
                .map(f -> String.valueOf(f.role()))
                .distinct()
                .toList();
        if (!roles.isEmpty()
                && (roles.size() > 1
                        || forms.stream().anyMatch(f -> f.subject() == Subject.PARTY && f.role() == null))) {
            List<String> all = new ArrayList<>(roles);
            all.add("其他当事人");
            choice("role", "当事人身份", "Role of the party", all, null);
        }
    }

    private void measured() {
        for (PenaltyForm form : forms) {
            FineForm fine = form.fine();
            if (fine != null && fine.base() != null) {
                money(fine.base());
            }
            if (fine != null && fine.unit() != null) {
                String name = StatuteNames.unit(fine.unit());
                facts.putIfAbsent(name, Facts.count(name, fine.unit()));
            }
        }
    }

    private void money(String base) {
        String name = StatuteNames.base(base);
        facts.putIfAbsent(name, Facts.money(name, base));
    }

    private void choice(String name, String label, String labelEn, List<String> values, @Nullable String help) {
        String judge = name.equals("circumstancesGrade") ? "两名以上执法人员提出，法制审核机构审核" : null;
        facts.put(name, Facts.choice(name, label, labelEn, values, help, judge));
        dimensions.add(new Dimension(
                name,
                values.stream().map(v -> new Value(StatuteNames.quoted(v), v)).toList()));
    }
}
