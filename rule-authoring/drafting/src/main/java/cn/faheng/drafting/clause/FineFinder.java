package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the fines among the amounts, and leaves the amounts that are thresholds, prices or periods. */
final class FineFinder {
    /** What may stand between the amount and 罚款. */
    private static final Pattern FINE_AFTER = Pattern.compile(
            "^(?:的|计算|标准|幅度|数额|金额|累计|合并|，(?:并|合并)?计算)*(?:对[^，；。]{2,40}?)?(?:加处|并处|处以|处|计算)?(?:行政)?罚款(?<after>.{0,6})");

    /** More amounts of the same 罚款: 对公民处以二百元以下、对法人处以三千元以下罚款. */
    private static final Pattern SHARED =
            Pattern.compile("^(?:的)?(?:、|，|或者|或|和|，并|以及)(?=[^，；。]{0,60}(?:处|元|分之|倍)[^；。]{0,60}罚款)");

    private static final Pattern UNIT = Pattern.compile(
            "^(?:(?:按照|按|以)?(?<unit>每(?:一)?(?:辆（艘）|[^，；。元处以上下]{1,14}?|处))(?:处以|处|罚款)?|(?:按|以)(?<per>次|日|天|件|辆|只|户|车次|人次|面积))$");
    private static final Pattern ENUMERATED = Pattern.compile(
            "^(?:(?:警告|通报批评|训诫|责令改正|没收[^，；。]{2,20}|[^，；。元]{0,10}拘留|暂扣[^，；。元]{2,20}|吊销[^，；。元]{2,20})(?:、|或者|或|和|并处?|以及)(?:可以|并|处以|处)*)+$");

    private final String plain;
    private final List<Segment> segments;
    private final List<Quantity> quantities;

    FineFinder(String plain, List<Segment> segments, List<Quantity> quantities) {
        this.plain = plain;
        this.segments = segments;
        this.quantities = quantities;
    }

    List<Found> find() {
        List<Found> found = new ArrayList<>();
        int covered = -1;
        for (Quantity quantity : quantities) {
            if (quantity.start() < covered
                    || quantity.of() == Quantity.Of.DAYS
                    || quantity.of() == Quantity.Of.MONTHS) {
                continue;
            }
            Found fine = fine(quantity, found.isEmpty() ? null : found.get(found.size() - 1));
            if (fine != null) {
                found.add(fine);
                covered = fine.end();
            }
        }
        consecutive(found);
        return found;
    }

    /** 按照原处罚数额按日连续处罚. */
    private void consecutive(List<Found> found) {
        Matcher m = Pattern.compile(
                        "(?<may>可以)?(?:自[^，；。]*起，?)?(?:可以)?(?:按照|按)(?<base>原(?:罚款|处罚)数额)的?(?:按日|逐日)连续(?:处罚|计罚|罚款)(?!的)")
                .matcher(plain);
        while (m.find()) {
            int number = segmentAt(m.end() - 1);
            boolean may = m.group().contains("可以")
                    || (number > 0 && segments.get(number - 1).text().contains("可以"));
            FineForm form = new FineForm(
                    FineForm.Type.DAILY,
                    null,
                    null,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    m.group("base"),
                    m.group("base"),
                    "每日",
                    null);
            found.add(new Found(
                    PenaltyKind.FINE,
                    "按日连续处罚",
                    number,
                    m.start(),
                    m.start(),
                    m.end(),
                    may ? Mode.MAY : Mode.MUST,
                    form,
                    m.start("base"),
                    m.end("base"),
                    null));
        }
    }

    private @Nullable Found fine(Quantity q, @Nullable Found previous) {
        int number = segmentAt(q.start());
        Segment segment = segments.get(number);
        String after = plain.substring(q.end());
        Matcher named = FINE_AFTER.matcher(after);
        boolean hasName = named.find();
        Verbs verb = Verbs.beforeFine(segment, plain, q.start());
        Verbs ahead = verb;
        if (verb == null && !hasName) {
            return cutOff(q, number, after);
        }
        if (hasName && isCondition(named.group("after"))) {
            return null;
        }
        Tail tail = Tail.of(q, after);
        boolean shared = SHARED.matcher(after).find();
        boolean ends = after.isEmpty() || after.matches("的?[。；，：]?\\n*");
        if (!hasName && !shared && !ends && tail.cap() == null && tail.floor() == null) {
            return verb != null && isDirect(q, plain.substring(verb.end(), q.start())) && !after.startsWith("的")
                    ? build(q, number, verb, "", null, tail, q.end(), "金额之后没有“罚款”二字")
                    : null;
        }
        int end = end(q, after, hasName ? named : null, tail);
        if (ahead == null) {
            return withoutVerb(q, number, tail, end, previous);
        }
        return withVerb(q, number, ahead, tail, end, previous);
    }

    private @Nullable Found withVerb(Quantity q, int number, Verbs verb, Tail tail, int end, @Nullable Found previous) {
        String between = plain.substring(verb.end(), q.start());
        boolean ofFine = q.of() == Quantity.Of.TIMES && between.matches("罚款(?:数额|金额|总额|额)的?");
        if (between.startsWith("罚款") && !ofFine) {
            between = between.substring(2).replaceFirst("^(?:数额|金额|标准|幅度)?为", "");
        }
        if (previous != null && previous.segment() == number && previous.amountStart() >= verb.end()) {
            String rest = plain.substring(previous.amountEnd(), q.start());
            Matcher or = Pattern.compile("^的?(?:罚款)?(?:、|或者|或)").matcher(rest);
            if (!or.find()) {
                return build(q, number, verb, "", null, tail, end, "同一个“处”之后有多个金额");
            }
            between = rest.substring(or.end());
        }
        Matcher listed = ENUMERATED.matcher(between);
        if (listed.matches()) {
            between = "";
        } else {
            Matcher prefix = Pattern.compile("^(?:(?:警告|通报批评|[^，；。元]{0,10}拘留)(?:、|或者|或|和|并处?)(?:处以|处)?)+")
                    .matcher(between);
            if (prefix.lookingAt()) {
                between = between.substring(prefix.end());
            }
        }
        if (q.of() == Quantity.Of.MONEY) {
            Matcher unit = UNIT.matcher(between.isEmpty() ? unitBefore(number, verb) : between);
            if (unit.find()) {
                return build(q, number, verb, "", unitOf(unit), tail, end, null);
            }
            return build(q, number, verb, "", null, tail, end, between.isEmpty() ? null : "金额之前的“" + between + "”没有读懂");
        }
        return build(q, number, verb, between, null, tail, end, null);
    }

    /** 按每只处一千元: the unit before the verb. */
    private String unitBefore(int number, Verbs verb) {
        String left = plain.substring(segments.get(number).start(), verb.end());
        Matcher m = Pattern.compile(
                        "(?:按照|按|对)(?:[^，；。每]{0,20}(?=每))?(?<u>每(?:一)?[^，；。元处]{1,8}|次|日|天|件)(?:违法行为|的标准|标准)?(?:可以|并)*(?:处以|处|罚款|处罚款)$")
                .matcher(left);
        Matcher every = Pattern.compile("(?<u>每[^，；。元处]{1,12})(?:处以|处|罚款|处罚款)$").matcher(left);
        if (every.find()) {
            return every.group("u");
        }
        if (!m.find()) {
            return "";
        }
        String unit = m.group("u");
        return unit.startsWith("每") ? unit : "按" + unit;
    }

    private static String unitOf(Matcher unit) {
        String found = unit.group("unit");
        return found != null ? found : "每" + unit.group("per");
    }

    /** 按照直接损失的百分之二十计算罚款, 按每平方米五十元罚款: no 处 before the amount. */
    private Found withoutVerb(Quantity q, int number, Tail tail, int end, @Nullable Found previous) {
        Segment segment = segments.get(number);
        String left = plain.substring(segment.start(), q.start());
        Matcher by =
                Pattern.compile("(?:可以|可)?(?:按照|按|根据|(?<!可)以)(?<base>[^，；。]*)$").matcher(left);
        if (by.find()) {
            boolean may = by.group().startsWith("可") || left.contains("可以");
            Verbs verb = new Verbs(segment.start() + by.start(), q.start(), may ? Mode.MAY : Mode.MUST, false);
            if (q.of() == Quantity.Of.MONEY) {
                Matcher unit = UNIT.matcher(by.group("base").replaceFirst("^[^每，]*(?=每)", ""));
                String reason = unit.find() ? null : "金额之前的“" + by.group("base") + "”没有读懂";
                return build(q, number, verb, "", reason == null ? unitOf(unit) : null, tail, end, reason);
            }
            return daily(build(q, number, verb, by.group("base"), null, tail, end, null), left);
        }
        Verbs none = new Verbs(q.start(), q.start(), Mode.MUST, false);
        boolean chained = previous != null && previous.segment() == number - 1;
        return build(q, number, none, "", null, tail, end, chained ? "金额承前省略“处”" : "金额之前没有“处”");
    }

    /** 每日按罚款数额的百分之三加处罚款. */
    private Found daily(Found found, String left) {
        FineForm f = found.fine();
        if (f == null || !left.matches(".*(?:每日|每天|按日|逐日).*")) {
            return found;
        }
        FineForm form = new FineForm(
                FineForm.Type.DAILY,
                f.min(),
                f.max(),
                f.minTimes(),
                f.maxTimes(),
                f.base(),
                f.baseWords(),
                "每日",
                f.cap());
        Found daily = new Found(
                found.kind(),
                found.name(),
                found.segment(),
                found.verb(),
                found.start(),
                found.end(),
                found.mode(),
                form,
                found.amountStart(),
                found.amountEnd(),
                found.reason());
        return plain.substring(found.amountEnd(), found.end()).contains("加处")
                ? daily.unsure("加处罚款是执行罚，不是行政处罚的种类")
                : daily;
    }

    private static boolean isDirect(Quantity q, String between) {
        return q.of() == Quantity.Of.MONEY && between.isEmpty();
    }

    private Found build(
            Quantity q,
            int number,
            Verbs verb,
            String baseText,
            @Nullable String unit,
            Tail tail,
            int end,
            @Nullable String reason) {
        FineForm form = new FineForms(q, baseText, unit, tail.cap(), tail.floor()).form();
        String why = reason != null ? reason : q.odd();
        if (why == null && form == null) {
            why = "没有读懂金额";
        }
        Found found = new Found(
                PenaltyKind.FINE,
                "罚款",
                number,
                verb.start(),
                verb.start(),
                Math.max(end, q.end()),
                verb.mode(),
                form,
                q.start(),
                q.end(),
                why);
        if (form != null && form.base() != null && form.base().contains("罚款")) {
            found = found.unsure("以另一处规定的罚款为基数");
        }
        return form != null && q.of() == Quantity.Of.TIMES && form.base() == null
                ? found.unsure("倍数或者比例没有写明以什么为基数")
                : found;
    }

    /** 按照直接损失的一倍以上三倍以下, where the words stop before 计算罚款. */
    private @Nullable Found cutOff(Quantity q, int number, String after) {
        Segment segment = segments.get(number);
        String left = plain.substring(segment.start(), q.start());
        if (!after.isEmpty() || q.of() != Quantity.Of.TIMES || !left.matches("(?:可以)?(?:按照|按|处).+")) {
            return null;
        }
        return withoutVerb(q, number, Tail.none(q), q.end(), null).unsure("文字到这里为止，没有“罚款”二字");
    }

    private static int end(Quantity q, String after, @Nullable Matcher named, Tail tail) {
        int name = named == null ? q.end() : q.end() + after.indexOf("罚款") + 2;
        return Math.max(name, tail.end());
    }

    /** 罚款的，罚款决定: the fine is spoken about, not imposed. */
    private static boolean isCondition(String after) {
        return after.matches("^(?:的(?:[，：。；、]|$|行政|处罚|决定|当场)|决定|处罚的?决定|以上|以下|数额|标准|幅度|案件).*")
                && !after.startsWith("的，但");
    }

    int segmentAt(int position) {
        for (int i = 0; i < segments.size(); i++) {
            if (position < segments.get(i).end()) {
                return i;
            }
        }
        return segments.size() - 1;
    }
}
