package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts 没收违法所得和违法生产经营的食品 into gains and property. */
final class Confiscation {
    private static final Pattern MORE = Pattern.compile(
            "^(?:和|、|以及|及|或者)(?<rest>(?!并|处|责令|吊销|没收|可以|给予|其他|限制|暂扣)[^，；。：]+?)(?=$|[，；。：\\n]|并处|处以|并可|(?:、|或者)(?:吊销|责令|处以|没收)|处(?:违法|货值|[一二三四五六七八九十\\d]))");
    private static final Pattern GAINS = Pattern.compile("(?<join>和|、|以及|及|或者)(?:违法|非法)(?:所得|收入)");

    private Confiscation() {}

    static List<Found> parts(Found found, String plain) {
        if (found.kind() == PenaltyKind.CONFISCATE_ILLEGAL_GAINS) {
            Matcher more = MORE.matcher(plain.substring(found.end()));
            if (!more.find()) {
                return List.of(found);
            }
            int start = found.end() + more.start("rest");
            Found rest = at(
                    found,
                    PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY,
                    "没收" + more.group("rest"),
                    start,
                    found.end() + more.end("rest"));
            return plain.startsWith("或者", found.end()) ? List.of(found, rest.unsure("两者的关系请确认")) : List.of(found, rest);
        }
        Matcher gains = GAINS.matcher(found.name());
        if (found.kind() != PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY || !gains.find()) {
            return List.of(found);
        }
        String property = found.name().substring(0, gains.start());
        Found first = at(found, found.kind(), property, found.start(), found.start() + gains.start());
        int start = found.start() + gains.start() + gains.group("join").length();
        Found second = at(found, PenaltyKind.CONFISCATE_ILLEGAL_GAINS, "没收违法所得", start, found.end());
        boolean or = gains.group("join").equals("或者");
        return or ? List.of(first.unsure("两者的关系请确认"), second.unsure("两者的关系请确认")) : List.of(first, second);
    }

    private static Found at(Found found, PenaltyKind kind, String name, int start, int end) {
        return new Found(
                kind, name, found.segment(), found.verb(), start, end, found.mode(), null, -1, -1, found.reason());
    }
}
