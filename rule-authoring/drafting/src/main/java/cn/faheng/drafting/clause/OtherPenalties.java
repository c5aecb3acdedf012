package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the penalties that are not fines, and the rectification orders beside them. */
final class OtherPenalties {
    private static final String OBJECT =
            "[^，；。：]*?(?=$|[，；。：]|并处|处以|并可|并由|并对|(?<!查)处(?:违法|货值|[一二三四五六七八九十\\d])|，|(?:、|或者)(?:吊销|责令|处以|暂扣|降低|给予|没收)|(?:和|直至|、)(?:吊销|处)|予以)";
    private static final String GIVE = "(?:给予|予以|处以|单处或者并处|单处|并处|(?<![查惩])处)";
    private static final List<Rule> RULES = List.of(
            new Rule(PenaltyKind.WARNING, GIVE + "(?:[^，；。]{0,12}?(?:、|或者|和|并))?(?<n>警告)(?!信|函|牌|标)"),
            new Rule(
                    PenaltyKind.CRITICISM,
                    GIVE + "(?:[^，；。]{0,12}?(?:、|或者|和|并|，))?(?<n>通报批评)|(?<=警告、|警告或者|警告并)(?<n2>通报批评)"),
            new Rule(
                    PenaltyKind.CONFISCATE_ILLEGAL_GAINS,
                    "(?<n>没收(?:全部|其)?(?:违法|非法)(?:所得|收入|收益)|没收广告费用|没收[^，；。、和]{0,18}(?:所获收入|违法所得)|没收(?:所)?收取的[^，；。、和]{0,10}费用?|没收所收(?:取的)?费用)"),
            new Rule(
                    PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY,
                    "(?<n>没收(?!(?:全部|其)?(?:违法|非法)(?:所得|收入|收益)|广告费用|(?:所)?收取的[^，；。、和]{0,10}费|所收|[^，；。、和]{0,18}(?:所获收入|违法所得))"
                            + OBJECT + ")"),
            new Rule(
                    PenaltyKind.CLOSURE,
                    "责令(?:其)?(?<n>停业、关闭|关闭|停产、关闭|停止生产并关闭)|(?<=停业或者|停产整治或者|或者|责令停业、)(?<n2>关闭)(?=$|，|。|；|：)|予以(?<n3>关闭)"),
            new Rule(
                    PenaltyKind.SUSPEND_OPERATIONS,
                    "(?:责令(?:其|[^，；。]{2,10}(?:单位|企业|经营者))?(?:限制生产、|限期)?|(?<=责令[^，；。]{1,12}(?:或者|、)))(?<n>停产停业整顿|停业整治|停产停业整改|停产停业|停业整顿|停产整顿|停业整改|停产整治|停产|停业(?!、关闭)|停止营业|歇业整顿)"),
            new Rule(
                    PenaltyKind.BUSINESS_RESTRICTION, "(?<n>责令限制生产|责令(?:其)?暂停(?:相关|部分)?(?:业务|营业)|限制开展生产经营活动|限制生产经营活动)"),
            new Rule(PenaltyKind.LICENCE_REVOCATION, "(?<n>吊销" + OBJECT + ")"),
            new Rule(
                    PenaltyKind.LICENCE_SUSPENSION,
                    "(?<n>(?:暂扣|吊扣)(?!凭证|手续|措施|实施|财物|的|等)(?:" + OBJECT + "))|(?<n2>暂停(?!(?:或者|、|和)?吊销)"
                            + "[^，；。]{0,24}(?:许可|资格|执业|证书|许可证))"),
            new Rule(PenaltyKind.QUALIFICATION_DOWNGRADE, "(?<n>降低(?:其)?(?:资质等级|资质|等级))"),
            new Rule(
                    PenaltyKind.PROFESSION_RESTRICTION,
                    "(?<n>(?:终身|[一二三四五六七八九十\\d]+年(?:以上[一二三四五六七八九十\\d]+年以)?(?:内|之内)?)(?:不得|禁止|内禁止)(?:其)?(?:从事|担任|参加|再从事)[^，；。]*|(?<=^|，|并|决定)禁止(?:其)?(?:在[^，；。]{2,10}内)?(?:从事|担任)[^，；。]*)"),
            new Rule(PenaltyKind.DETENTION, "(?<n>(?:行政)?拘留)(?!所|决定|处罚的)"),
            new Rule(
                    PenaltyKind.RECTIFICATION_ORDER,
                    "(?<n>责令(?:其)?(?:立即|限期|及时)?(?!(?:其|[^，；。]{2,10}(?:单位|企业|经营者))?(?:停产|停业|暂停(?:相关|部分)?(?:业务|营业)|关闭|限制生产|停止营业|具结|退出|赔偿|歇业))[^，；。：]*?(?=$|[，；。：]|并处|处以|并可|(?:、|或者|并)(?:给予|处|没收|限制生产|停产|停业|停工|关闭|吊销)|(?<=[正复除救业办施建物])处[一二三四五六七八九十\\d])|(?<=^|，)限期(?:改正|整改|拆除|治理|恢复|清除|清理|补种|补办|缴纳|采取|退还)[^，；。：]*?(?=$|[，；。：]))"));

    private static final Pattern SPOKEN_OF = Pattern.compile(".*(?:被|受到|受过|作出|作出的|决定|因|未按|拒不执行|拒绝执行|应当依法|经|下达|收到|自)$");

    private final String plain;
    private final List<Segment> segments;
    private final List<Quantity> quantities;
    private final Conditions conditions;
    private final List<Found> fines;

    OtherPenalties(
            String plain, List<Segment> segments, List<Quantity> quantities, Conditions conditions, List<Found> fines) {
        this.fines = List.copyOf(fines);
        this.plain = plain;
        this.segments = segments;
        this.quantities = quantities;
        this.conditions = conditions;
    }

    List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!conditions.isCondition(i) && isImposing(segments.get(i).text()) && isLiability(i)) {
                in(i, found);
            }
        }
        return found;
    }

    private static boolean isImposing(String text) {
        return !text.matches("^(?:（[一二三四五六七八九十]+）)?(?:受到|被|因|经|未|拒不|拒绝|自|违反|当事人|作出|行政机关|公安机关作出).*")
                && (text.endsWith("停止违法行为")
                        || !text.matches(".*(?:的|时|后|外|前|决定|行为|情形|手续|期限|期间|措施|种类|处罚)$")
                        || text.matches(".*责令.*补救措施$"));
    }

    /** Penalties follow a condition, or stand beside a fine; what only lists or explains them does not impose them. */
    private boolean isLiability(int number) {
        Segment segment = segments.get(number);
        boolean one =
                segments.get(segments.size() - 1).sentence() == segments.get(0).sentence();
        if (one || fines.stream().anyMatch(f -> segments.get(f.segment()).sentence() == segment.sentence())) {
            return true;
        }
        for (int i = number - 1; i >= 0; i--) {
            Segment before = segments.get(i);
            boolean same = before.sentence() == segment.sentence();
            if (!same && !(segment.item() && (before.item() || before.sentence() == leadOf(number)))) {
                return false;
            }
            if ((same || !before.item()) && conditions.isCondition(i)) {
                return true;
            }
        }
        return false;
    }

    private int leadOf(int number) {
        for (int i = number - 1; i >= 0; i--) {
            if (!segments.get(i).item()) {
                return segments.get(i).sentence();
            }
        }
        return -1;
    }

    private void in(int number, List<Found> found) {
        Segment segment = segments.get(number);
        for (Rule rule : RULES) {
            Matcher m = rule.pattern().matcher(plain).region(segment.start(), segment.end());
            m.useTransparentBounds(true).useAnchoringBounds(false);
            int from = segment.start();
            while (m.region(from, segment.end()).find()) {
                Found one = one(rule, m, number);
                if (one != null) {
                    found.addAll(Confiscation.parts(one, plain));
                }
                from = Math.max(m.end(), from + 1);
                if (from >= segment.end()) {
                    break;
                }
            }
        }
        byPassive(number, found);
    }

    private @Nullable Found one(Rule rule, Matcher m, int number) {
        Segment segment = segments.get(number);
        String group = m.group("n") != null ? "n" : rule.has("n2") && m.group("n2") != null ? "n2" : "n3";
        int start = m.start(group);
        int end = m.end(group);
        int verb = m.start();
        String left = plain.substring(segment.start(), verb);
        if (SPOKEN_OF.matcher(left).matches()) {
            return null;
        }
        if (rule.kind() == PenaltyKind.CRITICISM
                && !left.matches(".*(?:给予|予以|处).*")
                && !m.group().matches("^(?:给予|予以|处).*")) {
            return null;
        }
        Mode mode = Verbs.modeAt(segment, plain, start);
        String name = m.group(group);
        if (name.startsWith("没收") && name.matches("没收(?:的|较大|或者|款物|物品的|财物的|非法财物拍卖|销毁的).*")) {
            return null;
        }
        if (rule.kind() == PenaltyKind.DETENTION || rule.kind() == PenaltyKind.LICENCE_SUSPENSION) {
            return timed(rule.kind(), number, verb, start, end, mode, name);
        }
        String full = name.startsWith("停") || name.equals("关闭") ? "责令" + name : name;
        if (full.equals("吊销") || full.equals("没收")) {
            return Found.plain(rule.kind(), full, number, verb, start, end, mode)
                    .unsure("没有读出对象");
        }
        Found found = Found.plain(rule.kind(), full, number, verb, start, end, mode);
        if (rule.kind() == PenaltyKind.RECTIFICATION_ORDER
                && name.matches("责令(?:其)?(?:立即|限期)?停止(?:生产|经营|使用|执业|营业|运行|运营|作业|活动).*")) {
            return found.unsure("“" + name + "”是责令改正的措施还是责令停产停业，请确认");
        }
        if (m.group().matches("责令[^其，]{2,10}(?:单位|企业|经营者)停.*")) {
            return found.unsure("责令的对象与前面的处罚对象不同，请确认");
        }
        if (segment.text().matches(".*限制生产、停产整治.*") && name.matches(".*(?:限制生产|停产整治)")) {
            return found.unsure("限制生产与停产整治择一，请确认");
        }
        if (name.equals("停业、关闭")) {
            return found.unsure("停业与关闭择一，请确认");
        }
        return name.contains("直至") ? found.unsure("“直至”所列处罚由轻到重选择，请确认") : found;
    }

    private @Nullable Found timed(PenaltyKind kind, int number, int verb, int start, int end, Mode mode, String name) {
        Quantity.Of of = kind == PenaltyKind.DETENTION ? Quantity.Of.DAYS : Quantity.Of.MONTHS;
        Quantity q = quantities.stream()
                .filter(x -> x.of() == of && x.start() >= verb - 24 && x.end() <= end + 12 && near(x, start, end, kind))
                .findFirst()
                .orElse(null);
        if (q == null) {
            return kind == PenaltyKind.DETENTION
                    ? null
                    : Found.plain(kind, name, number, verb, start, end, mode).unsure("没有写明期限");
        }
        Segment segment = segments.get(number);
        Verbs own = Verbs.beforeFine(segment, plain, Math.min(q.start(), end));
        if (kind == PenaltyKind.DETENTION && own == null) {
            return null;
        }
        FineForm.Type type =
                q.isFixed() ? FineForm.Type.FIXED : q.isCeiling() ? FineForm.Type.CEILING : FineForm.Type.RANGE;
        FineForm form = new FineForm(type, q.min(), q.max(), null, null, null, null, null, null);
        int from = own != null && kind == PenaltyKind.DETENTION ? own.start() : verb;
        Mode is = own != null && kind == PenaltyKind.DETENTION ? own.mode() : mode;
        return new Found(
                kind,
                name,
                number,
                from,
                Math.min(q.start(), start),
                Math.max(end, q.end()),
                is,
                form,
                q.start(),
                q.end(),
                null);
    }

    private boolean near(Quantity q, int start, int end, PenaltyKind kind) {
        if (kind == PenaltyKind.DETENTION) {
            return plain.substring(q.end(), Math.max(q.end(), start)).matches("的?") && q.end() <= start;
        }
        return q.start() >= start && q.start() <= end + 6;
    }

    /** 有违法所得的予以没收, 违法收入依法没收. */
    private void byPassive(int number, List<Found> found) {
        Segment segment = segments.get(number);
        Matcher m = Pattern.compile("(?<what>[^，；。]*?)(?:依法|应当|一律)*予以没收").matcher(segment.text());
        if (m.find()) {
            String what = m.group("what");
            boolean gains = what.matches(".*(?:所得|收入)的?");
            PenaltyKind kind = gains ? PenaltyKind.CONFISCATE_ILLEGAL_GAINS : PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY;
            int start = segment.start() + m.start();
            int end = segment.start() + m.end();
            found.removeIf(f -> f.segment() == number
                    && f.kind() == PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY
                    && f.start() >= end - 2);
            Found one = Found.plain(
                    kind,
                    gains ? "没收违法所得" : m.group(),
                    number,
                    start,
                    start,
                    end,
                    Verbs.modeAt(segment, plain, end - 4));
            boolean open =
                    !gains && (what.length() < 3 || what.contains("由") || what.contains("责令") || what.contains("没收"));
            found.add(open ? one.unsure("没有读出没收什么") : one);
        }
    }

    /** Words and the kind they name. */
    private record Rule(PenaltyKind kind, Pattern pattern) {
        Rule(PenaltyKind kind, String regex) {
            this(kind, Pattern.compile(regex));
        }

        boolean has(String group) {
            return pattern.pattern().contains("(?<" + group + ">");
        }
    }
}
