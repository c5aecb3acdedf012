package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Doubt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words about penalties that are not read as penalties, and says what a person has to do. */
final class Doubts {
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Kind.REFERENCE,
                    "(?:依照|按照|依据|参照|比照|适用)(?!下列|以下|职责)[^，；。：]{1,60}?(?:规定|》|条|款|项|法规|规章|法律|法|条例|办法)(?:的)?(?:[^，；。：]{0,24}?(?:从重|从轻|予以|给予|进行|处以|实施|处|依法|定性))*(?:行政|治安管理)?(?:处罚|罚款|处理)(?=$|[，；。：\\n]|外)|依法(?:从重)?(?:予以|给予)?(?:行政|治安管理)?处罚(?=$|[，；。：\\n])",
                    "处罚按“%s”确定，本条没有写明种类和金额。请打开被引用的条款，把它写明的处罚补到草案中。"),
            new Rule(Kind.CRIME, "(?:构成犯罪|依法追究刑事责任|有期徒刑|并处罚金|处罚金)", "“%s”涉及刑事责任，不是行政处罚，没有写入草案。请确认涉嫌犯罪的移送要求。"),
            new Rule(
                    Kind.EXEMPTION,
                    "(?:不予(?:行政)?处罚|免予(?:行政)?处罚|免于(?:行政)?处罚|不予罚款|免予罚款|不再给予[^，；。]{0,10}处罚|可以减免)",
                    "“%s”免除处罚，没有写入草案。请确认是否另作规定。"),
            new Rule(
                    Kind.MEASURE,
                    "(?:(?:依法)?给予(?:行政|政务|纪律)?处分|撤销(?!商标|广告审查)[^，；。]{1,16}(?:许可|登记|资格|批准|证书|备案)[^，；。]{0,4}|取缔|(?:五|三|一|十|[\\d]+)年内不得(?:再次)?申请[^，；。]*|不受理[^，；。]{0,12}申请|依法承担(?:民事|赔偿)责任)",
                    "“%s”不是行政处罚的种类，没有写入草案。请确认是否另行处理。"));

    private final ClauseText text;

    Doubts(ClauseText text) {
        this.text = text;
    }

    List<Doubt> find(List<Found> found) {
        List<Doubt> doubts = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher m = rule.pattern().matcher(text.plain());
            while (m.find()) {
                doubts.add(new Doubt(
                        rule.kind(), text.span(m.start(), m.end()), rule.asks().formatted(m.group())));
            }
        }
        fines(found, doubts);
        doubts.addAll(new LeastBases(text.plain()).doubts(text, found));
        return doubts;
    }

    /** Every 罚款 that is not part of a form is asked about, unless it is spoken of only. */
    private void fines(List<Found> found, List<Doubt> doubts) {
        Matcher m = Pattern.compile(
                        "(?:可以|可|并|单)*(?:处以|(?<![查惩])处(?!理|置|分|罚)|予以|给予)(?:[^，；。的]{0,30}(?:元|倍|分之|%)[^，；。]{0,12})?(?:行政)?罚款(?!决定|的行政)")
                .matcher(text.plain());
        while (m.find()) {
            int at = m.end() - 1;
            boolean read = found.stream().anyMatch(f -> f.start() <= at && at < f.end());
            boolean listed = text.plain().startsWith("：", at + 1);
            if (!read && !listed && doubts.stream().noneMatch(d -> d.kind() == Kind.REFERENCE && covers(d, at))) {
                doubts.add(new Doubt(
                        Kind.AMOUNT,
                        text.span(m.start(), m.end()),
                        "“" + m.group() + "”的数额没有写明或者没有读懂。请从条文的其他部分或者有关规定补充。"));
            }
        }
    }

    private boolean covers(Doubt doubt, int at) {
        Span span = text.span(at, at + 1);
        return doubt.span().start() <= span.start()
                && span.end() <= doubt.span().end();
    }

    /** Words that ask for a person. */
    private record Rule(Kind kind, Pattern pattern, String asks) {
        Rule(Kind kind, String regex, String asks) {
            this(kind, Pattern.compile(regex), asks);
        }
    }
}
