package cn.faheng.drafting.clause;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds on whom a penalty is imposed and which organ imposes it. */
final class Subjects {
    private static final String ACT =
            "(?:可以|可|应当|并处|并|单处|分别|按照|按|予以|给予|处以|处(?!理|置|分|罚(?!款)|方|于)|由|没收|责令|依法|吊销|暂扣|每|罚款|警告|当场|除(?=要求|依))";
    private static final Pattern ON = Pattern.compile("对(?<who>(?:[^，；。对]|(?<=[面针])对)*?)(?=" + ACT + "|$)");
    private static final Pattern BARE = Pattern.compile(
            "(?:^|、)(?:（[一二三四五六七八九十]+）)?(?:其中|并)?(?<who>个人|公民|自然人|单位|法人或者其他组织|法人|企业|其他组织)(?=(?:可以|可|应当|并|一律|依法)*(?:处(?!理|置|分|罚(?!款)|方|于)|罚款))");
    private static final Pattern RESPONSIBLE = Pattern.compile(
            "(?:主管人员|责任人员|直接责任者|责任人|负责人|法定代表人|投资人|主要责任者|编制主持人和主要编制人员|主要编制人员|责任船员|实际控制人|董事|高级管理人员)(?:和其他有关人员|以及其他有关人员)?$");
    private static final Pattern ORGANISATION = Pattern.compile(
            "^(?:其|该|违法)?(?:单位|法人(?:或者|和|、)?(?:其他|非法人)?组织|法人|其他组织|非法人组织|企业|组织|机构|企业事业单位|单位用户|[^，、]*的单位)$");
    private static final Pattern INDIVIDUAL = Pattern.compile("^(?:其|该|违法)?(?:个人|公民|自然人|个人用户|[^，、]*的个人)$");
    private static final Pattern IS_A = Pattern.compile("(?:为|是|属于)(?<who>单位|法人|组织|企业|个人|自然人|公民)的$");
    private static final Pattern STARTS =
            Pattern.compile("^(?:（[一二三四五六七八九十]+）)?(?<who>单位|个人|公民|自然人|法人或者其他组织)(?:有|违反|实施|擅自|未|在|将|从事)");
    private static final Pattern HEAD = Pattern.compile(
            "^(?:（[一二三四五六七八九十]+）)?(?<who>[^，；。]{0,20}(?:主要负责人|法定代表人|直接负责的主管人员(?:和其他直接责任人员)?|实际控制人))(?:有|违反|未|不|在|违)");
    private static final Pattern ORGAN = Pattern.compile(
            "由(?<organ>[^，；。]{1,60}?(?:部门|机关|机构|政府|局|委员会|组织|单位|站|所|公司|厅)(?:（[^）]*）)?(?:或者[^，；。]{1,30}?(?:部门|机关|机构|政府))?)(?=按照|依照|依据|依法|根据|责令|给予|予以|处|没收|吊销|暂扣|可以|对|并|撤销|扣留|决定|限期|组织|按|$|，|收缴)");

    private final List<Segment> segments;
    private final Conditions conditions;

    Subjects(List<Segment> segments, Conditions conditions) {
        this.segments = segments;
        this.conditions = conditions;
    }

    /** On whom the penalty is imposed whose verb stands at {@code verb}. */
    Addressee of(int number, int verb) {
        Segment segment = segments.get(number);
        String left =
                segment.text().substring(0, Math.max(0, Math.min(segment.text().length(), verb - segment.start())));
        String own = last(left);
        if (own != null) {
            return classify(own);
        }
        for (int i = number - 1; i >= 0 && segments.get(i).sentence() == segment.sentence(); i--) {
            Segment before = segments.get(i);
            if (!before.sameSubClause(segment)) {
                break;
            }
            if (conditions.isCondition(i)) {
                break;
            }
            String carried = last(before.text());
            if (carried != null) {
                return classify(carried);
            }
        }
        return fromCondition(number);
    }

    /** The organ named in the same sub-clause or before it in the sentence, or null. */
    @Nullable
    String organ(int number) {
        Segment segment = segments.get(number);
        for (int i = number; i >= 0 && segments.get(i).sentence() == segment.sentence(); i--) {
            Matcher m = ORGAN.matcher(segments.get(i).text());
            String organ = null;
            while (m.find()) {
                organ = m.group("organ");
            }
            if (organ != null) {
                return organ;
            }
        }
        return null;
    }

    private Addressee fromCondition(int number) {
        Segment segment = segments.get(number);
        for (int i = number; i >= 0 && segments.get(i).sentence() == segment.sentence(); i--) {
            String text = segments.get(i).text();
            Matcher whole = HEAD.matcher(text);
            if (segments.get(i).first() && whole.find()) {
                return new Addressee(Subject.RESPONSIBLE_PERSON, whole.group("who"), null);
            }
            if (!conditions.isCondition(i)) {
                continue;
            }
            Matcher is = IS_A.matcher(text);
            if (is.find()) {
                return classify(is.group("who"));
            }
            Matcher starts = STARTS.matcher(text);
            if (starts.find()) {
                return classify(starts.group("who"));
            }
            Matcher head = HEAD.matcher(text);
            if (head.find()) {
                return new Addressee(Subject.RESPONSIBLE_PERSON, head.group("who"), null);
            }
            Condition.Step step = conditions.at(i).step();
            if (!segments.get(i).first() && (step == Condition.Step.BASIC || step == Condition.Step.OTHER)) {
                break;
            }
        }
        return segment.item() ? fromLead(number) : new Addressee(Subject.PARTY, null, null);
    }

    /** 对…依照下列规定处以罚款：（一）…: whom the words before the items name. */
    private Addressee fromLead(int number) {
        int lead = -1;
        for (int i = number - 1; i >= 0; i--) {
            Segment before = segments.get(i);
            if (before.item()) {
                continue;
            }
            lead = lead < 0 ? before.sentence() : lead;
            if (before.sentence() != lead) {
                break;
            }
            Matcher head = HEAD.matcher(before.text());
            String on = conditions.isCondition(i) ? null : last(before.text());
            if (on != null) {
                return classify(on);
            }
            if (before.first() && head.find()) {
                return new Addressee(Subject.RESPONSIBLE_PERSON, head.group("who"), null);
            }
        }
        return new Addressee(Subject.PARTY, null, null);
    }

    /** The last 对…: the words that follow it, or null. */
    private static @Nullable String last(String left) {
        String found = null;
        Matcher m = ON.matcher(left);
        while (m.find()) {
            String who = m.group("who").strip();
            boolean act = who.endsWith("的")
                    || who.endsWith("行为")
                    || who.endsWith("情形")
                    || who.endsWith("活动")
                    || who.contains("每");
            if (!act && who.length() > 1 && !isPartOfWord(left, m.start())) {
                found = who;
            }
        }
        Matcher bare = BARE.matcher(left);
        while (bare.find()) {
            found = bare.group("who");
        }
        return found;
    }

    private static boolean isPartOfWord(String left, int at) {
        return at > 0 && "针面相绝反应".indexOf(left.charAt(at - 1)) >= 0;
    }

    private static Addressee classify(String who) {
        String words = who.replaceFirst("^其(?=.)", "");
        if (INDIVIDUAL.matcher(words).matches()) {
            return new Addressee(Subject.INDIVIDUAL, words, null);
        }
        if (ORGANISATION.matcher(words).matches()) {
            return new Addressee(Subject.ORGANISATION, words, null);
        }
        if (RESPONSIBLE.matcher(words).find()) {
            boolean mixed = words.matches(".*单位(?:和|及|及其|以及|、)(?:其)?(?:主要负责人|直接|法定代表人|负责人|有关).*");
            return new Addressee(Subject.RESPONSIBLE_PERSON, words, mixed ? "“" + words + "”包括单位和有关人员" : null);
        }
        return new Addressee(
                Subject.PARTY,
                words.equals("当事人") || words.equals("违法行为人") || words.equals("违法者") || words.equals("行为人")
                        ? null
                        : words,
                null);
    }

    /** On whom. */
    record Addressee(Subject subject, @Nullable String role, @Nullable String reason) {}
}
