package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Condition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the conditions through the sub-clauses: which of them hold in which segment. */
final class Conditions {
    private static final String LEFT_UNDONE =
            "(?:改正|整改|纠正|治理|恢复|拆除|清除|履行|执行|停止|补办|补种|缴纳|办理|配合|接受|采取|消除|清理|修复|补正|登记|备案|报告|补缴|清运|处置|处理|迁出|达到)";
    private static final Pattern OVERDUE = Pattern.compile(
            "逾期(?:仍|拒|又|后)?(?:仍)?(?:不|未|没有|拒)|拒不(?:改正|整改|纠正|执行|停止|恢复|拆除|清除|清理|履行|消除|补|召回)|^.{0,10}拒不(?:执行|改正|停止)的$|拒绝改正|(?:仍|仍然)(?:不|未|拒不|没有)"
                    + LEFT_UNDONE + "|(?:经(?:责令|处罚|教育|劝|通知|催告|警告|告知|督促|批评)|责令)[^，；。]{0,14}(?:后)?(?:仍)?(?:不改|拒不|未)"
                    + LEFT_UNDONE + "?|限期内(?:不|未|没有)|期限内(?:不|未|没有)|经处罚不改|屡教不改|未(?:按期|限期|在规定期限内)改正|不按期改正|不改正的?$|未改正的?$");
    private static final Pattern SERIOUS =
            Pattern.compile("情节(?:特别|较|比较|十分)?(?:严重|恶劣|较重|重)(?!的?情形|程度)|严重情节|后果(?:特别)?严重|严重后果|性质恶劣|危害(?:后果)?(?:特别)?严重");
    private static final Pattern LIGHT = Pattern.compile("情节(?:较|显著|特别)?轻微?|危害后果轻微");
    private static final Pattern CRIME =
            Pattern.compile("^(?:[^，；。]*[^不未])?构成(?:[^，；。]{0,6})?(?:犯罪|违反治安管理行为)的$|^(?:应当|依法应当)给予治安管理处罚的$");
    private static final Pattern ENDS =
            Pattern.compile(".*(?:的|之一|下列情形|下列行为|下列情况)$|^(?:（[一二三四五六七八九十]+）)?有(?:前款|下列|上述|第)[^，；。]*(?:情形|行为)$");
    private static final Pattern ACTS = Pattern.compile(
            "^(?:并|可以|可|应当|依法|同时|也|均|将|一律|还|单)*(?:责令|给予|予以|处以|处(?!理|置|分|罚|方|于|所)|没收|罚款|吊销|暂扣|暂停|限期|追究|撤销|警告|通报|扣留|拆除|收缴|降低|关闭|取缔|移送|依照|按照|由[^，；。]{1,60}(?:部门|机关|机构|政府|局|委员会|站|所|院|单位|组织)|对[^，；。]*(?:处(?!理|置|分|罚|方|于|所)|给予|予以|没收|吊销|责令)|不得|禁止|停业|停产|立即|终身|赔偿|承担(?:民事|赔偿|[^，；。]{0,8}责任)|不予|免予|吊扣|扣)|"
                    + "(?:部门|机关|机构|政府|所|局|委员会|组织|单位)(?:按照|依据|根据|依照)?(?:各自)?(?:职责|职权|权限|分工)?(?:分工)?(?:可以|应当|依法|并|可)*(?:责令|给予|予以|处以|处(?!理|置|分|罚|方|于|所)|没收|吊销|暂扣|限期|撤销|扣留|拆除)");

    private final List<Segment> segments;
    private final List<List<Piece>> holding = new ArrayList<>();
    private final boolean[] isCondition;
    private final boolean[] isFine;
    private List<Piece> active = new ArrayList<>();
    private List<Piece> lead = List.of();
    private List<Piece> previous = List.of();
    private boolean acted;
    private boolean measure;
    private int pendingFrom = -1;
    private @Nullable List<Piece> crimeAside;

    Conditions(List<Segment> segments, boolean[] isFine) {
        this.segments = segments;
        this.isFine = isFine.clone();
        this.isCondition = new boolean[segments.size()];
        for (int i = 0; i < segments.size(); i++) {
            step(i);
        }
    }

    boolean isCondition(int segment) {
        return isCondition[segment];
    }

    /** The condition that holds in a segment. */
    Condition at(int segment) {
        List<Piece> pieces = holding.get(segment);
        Piece last = null;
        List<String> within = new ArrayList<>();
        for (Piece piece : pieces) {
            if (last != null && last.step() != Step.BASIC) {
                within.add(last.words());
            }
            last = piece.step() == Step.BASIC && last != null
                    ? new Piece(last.step(), piece.words(), last.threshold(), false)
                    : piece;
        }
        if (last == null) {
            return new Condition(Step.BASIC, "", within, null);
        }
        return new Condition(last.step(), last.words(), within, last.threshold());
    }

    /** Whether it is open which of the earlier conditions still hold. */
    boolean isAmbiguous(int segment) {
        return holding.get(segment).stream().anyMatch(Piece::ambiguous);
    }

    /** The threshold nearest to a segment, for a base that is not repeated. */
    @Nullable
    Threshold thresholdAt(int segment) {
        List<Piece> pieces = holding.get(segment);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i).threshold() != null) {
                return pieces.get(i).threshold();
            }
        }
        return null;
    }

    private void step(int i) {
        Segment segment = segments.get(i);
        Segment before = i == 0 ? null : segments.get(i - 1);
        if (before == null || before.sentence() != segment.sentence()) {
            sentence(segment, before);
        } else if (before.subClause() != segment.subClause()) {
            subClause();
        }
        if (LeastBases.isPart(segments, i)) {
            holding.add(List.copyOf(active));
            return;
        }
        String text = segment.text();
        boolean acts = isFine[i] || (ACTS.matcher(text).find() && !isFact(text) && !text.endsWith("后"));
        boolean ends = ENDS.matcher(text).matches() && !isFine[i];
        boolean marker = !acts
                && ((SERIOUS.matcher(text).find() && text.length() < 14)
                        || OVERDUE.matcher(text).lookingAt());
        if ((ends && !isMeasureWithDe(text)) || marker) {
            add(i);
            isCondition[i] = true;
        } else if (acts) {
            if (crimeAside != null) {
                active = new ArrayList<>(crimeAside);
                crimeAside = null;
                acted = true;
                pendingFrom = -1;
                holding.add(List.copyOf(active));
                return;
            }
            stated(i);
            acted = true;
            measure |= text.contains("责令") || text.contains("限期");
            pendingFrom = -1;
        } else if (pendingFrom < 0) {
            pendingFrom = i;
        }
        holding.add(List.copyOf(active));
    }

    private void sentence(Segment segment, @Nullable Segment before) {
        if (segment.item() && (before == null || !before.item())) {
            lead = active.stream().filter(p -> p.step() != Step.BASIC).toList();
        } else if (!segment.item()) {
            lead = List.of();
        }
        active = new ArrayList<>(lead);
        previous = List.of();
        acted = false;
        measure = false;
        pendingFrom = -1;
        crimeAside = null;
    }

    /** 发生重大事故，处…: facts without 的 before the first penalty of a sentence. */
    private void stated(int i) {
        if (pendingFrom >= 0 && segments.get(i).first() && !acted && active.size() == lead.size()) {
            List<String> words = segments.subList(pendingFrom, i).stream()
                    .map(Segment::text)
                    .filter(s -> !s.matches("^(?:对[^的]*|自.*起|报经.*|经.*批准)$"))
                    .toList();
            if (words.isEmpty()) {
                return;
            }
            active.add(piece(String.join("，", words), segments.get(i)));
        }
    }

    private void subClause() {
        previous = List.copyOf(active);
        acted = true;
        pendingFrom = -1;
    }

    private void add(int i) {
        Segment segment = segments.get(i);
        int from = pendingFrom < 0 ? i : pendingFrom;
        String words = String.join(
                "，", segments.subList(from, i + 1).stream().map(Segment::text).toList());
        Piece piece = piece(words, segment);
        if (CRIME.matcher(words).matches()) {
            crimeAside = List.copyOf(active);
            active = new ArrayList<>();
        } else if (acted) {
            active = new ArrayList<>(kept(piece, segment));
        } else if (words.startsWith("或者") && !active.isEmpty()) {
            Piece before = active.remove(active.size() - 1);
            piece = before.or(piece);
        }
        acted = false;
        pendingFrom = -1;
        active.add(piece);
    }

    /** Which conditions go on when a new one follows a penalty. */
    private List<Piece> kept(Piece piece, Segment segment) {
        boolean newSubClause = active.equals(previous) && !previous.isEmpty() && firstOfSubClause(segment);
        List<Piece> kept = new ArrayList<>(lead);
        if (piece.step() != Step.THRESHOLD) {
            return kept;
        }
        boolean sibling = active.stream().anyMatch(p -> p.step() == Step.THRESHOLD);
        for (Piece p : active) {
            if (p.step() == Step.BASIC || lead.contains(p) || p.step() == Step.THRESHOLD) {
                continue;
            }
            if (newSubClause && !sibling) {
                kept.add(p.asAmbiguous());
            } else {
                kept.add(p);
            }
        }
        return kept;
    }

    private boolean firstOfSubClause(Segment segment) {
        int at = segments.indexOf(segment);
        int from = pendingFrom < 0 ? at : pendingFrom;
        return from == 0 || !segments.get(from - 1).sameSubClause(segment);
    }

    private Piece piece(String words, Segment segment) {
        Threshold threshold = Thresholds.read(words);
        String clean = words.replaceFirst("^(?:（[一二三四五六七八九十]+）)", "");
        Matcher serious = SERIOUS.matcher(clean);
        if (serious.find()
                && !OVERDUE.matcher(clean.substring(0, serious.start())).find()) {
            return new Piece(Step.SERIOUS, clean, threshold, false);
        }
        boolean violation = segment.first() && !acted;
        boolean overdue = OVERDUE.matcher(clean).find();
        if (overdue
                && (!violation || measure || OVERDUE.matcher(clean).lookingAt() || clean.matches(".*(?:改正|整改)的?"))) {
            return new Piece(Step.OVERDUE, clean, threshold, false);
        }
        if (threshold != null) {
            return new Piece(Step.THRESHOLD, clean, threshold, false);
        }
        boolean basic = violation && !LIGHT.matcher(clean).find();
        return new Piece(basic ? Step.BASIC : Step.OTHER, clean, null, false);
    }

    /** 被责令改正, 受到罚款处罚: what has happened, not what is imposed. */
    private static boolean isFact(String text) {
        return text.matches("^(?:受到|被|因|未|拒不|拒绝|违反|有前款|经).*");
    }

    private static boolean isMeasureWithDe(String text) {
        return text.matches(".*(?:依法追究刑事责任|给予处分)的");
    }

    /** One condition. */
    private record Piece(Step step, String words, @Nullable Threshold threshold, boolean ambiguous) {
        /** A的，或者B的. */
        Piece or(Piece other) {
            Step both = step == other.step
                    ? step
                    : step == Step.BASIC || other.step == Step.BASIC ? Step.BASIC : Step.OTHER;
            return new Piece(both, words + "，" + other.words, null, ambiguous || other.ambiguous);
        }

        Piece asAmbiguous() {
            return new Piece(step, words, threshold, true);
        }
    }
}
