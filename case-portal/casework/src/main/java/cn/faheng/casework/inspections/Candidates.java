package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.CanonicalJson;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists from which is drawn, frozen before the draw. Whatever order they came in, they are kept in the order of their ids, so that
 * the same lists have the same hash.
 *
 * @param objects whom the draw may choose
 * @param inspectors who may be sent
 * @param recused who may not be sent to whom, and why
 * @param leftOut objects that match the plan and were left out all the same, and why
 * @param quotas how many objects are drawn of each class
 * @param inspectorsPerObject how many inspectors go to each object, two or more
 * @param leadBody code of the body of which at least one inspector has to come
 */
public record Candidates(
        List<Candidate> objects,
        List<Inspector> inspectors,
        List<Recused> recused,
        List<LeftOut> leftOut,
        Map<RiskClass, Integer> quotas,
        int inspectorsPerObject,
        String leadBody) {

    private static final int FEWEST_INSPECTORS = 2;
    private static final String ID = "[A-Za-z0-9._-]{1,64}";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An object that may be drawn. */
    public record Candidate(String id, String name, String region, RiskClass riskClass) {}

    /** An inspector who may be drawn; {@code body} is the code of the body. */
    public record Inspector(String id, String name, String certificate, String body) {}

    /** An inspector who may not be sent to an object. */
    public record Recused(String inspector, String object, String reason) {}

    /** An object that was left out. */
    public record LeftOut(String object, String name, String reason) {}

    public Candidates {
        objects = sorted("检查对象", objects, Candidate::id);
        inspectors = sorted("检查人员", inspectors, Inspector::id);
        recused = recused.stream()
                .distinct()
                .sorted(Comparator.comparing(Recused::object)
                        .thenComparing(Recused::inspector)
                        .thenComparing(Recused::reason))
                .toList();
        leftOut = leftOut.stream()
                .distinct()
                .sorted(Comparator.comparing(LeftOut::object).thenComparing(LeftOut::reason))
                .toList();
        TreeMap<RiskClass, Integer> asked = new TreeMap<>(quotas);
        asked.values().removeIf(quota -> quota == 0);
        quotas = Collections.unmodifiableMap(asked);
        if (inspectorsPerObject < FEWEST_INSPECTORS) {
            throw Refused.field("inspectorsPerObject", "每个检查对象的检查人员不得少于两人（《食品生产经营监督检查管理办法》第二十三条第一款；《行政处罚法》第四十二条第一款）。");
        }
        for (Candidate object : objects) {
            if (object.region().isBlank()) {
                throw Refused.field("objects", "检查对象“" + object.name() + "”没有填写所在地区，不能参加抽取。请先在检查对象名录库补填地区。");
            }
        }
    }

    private static <T> List<T> sorted(String what, List<T> list, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T one : list) {
            if (!id.apply(one).matches(ID)) {
                throw Refused.field("objects", what + "的编号“" + id.apply(one) + "”只能用字母、数字和 . _ -，最多 64 个字符。");
            }
            if (!seen.add(id.apply(one))) {
                throw Refused.field("objects", what + " " + id.apply(one) + " 在名单里出现了两次。请删去重复的一条。");
            }
        }
        return list.stream().sorted(Comparator.comparing(id)).toList();
    }

    /** Refuses lists from which the draw could not be finished: found before the draw, it never has to be done twice. */
    public void requireDrawable() {
        int asked = quotas.values().stream().mapToInt(Integer::intValue).sum();
        if (asked == 0) {
            throw Refused.field("quotas", "没有要抽取的检查对象：各风险等级的抽取数都是零。请调整计划的抽取比例或者数量。");
        }
        quotas.forEach((riskClass, quota) -> {
            long held = objects.stream().filter(o -> o.riskClass() == riskClass).count();
            if (quota < 0 || quota > held) {
                throw Refused.field(
                        "quotas",
                        "风险等级 " + riskClass + " 要抽取 " + quota + " 户，符合条件的检查对象只有 " + held + " 户"
                                + (leftOut.isEmpty() ? "" : "（另有 " + leftOut.size() + " 户达到检查频次上限，没有列入）")
                                + "。请减少抽取数，或者放宽计划的范围。");
            }
        });
        for (Candidate object : objects) {
            List<Inspector> free = free(object.id());
            if (free.size() < inspectorsPerObject) {
                throw Refused.field(
                        "inspectors",
                        "检查对象“" + object.name() + "”除去应当回避的，只有 " + free.size() + " 名检查人员，少于 " + inspectorsPerObject
                                + " 名。请补充检查人员，或者把这个对象另行安排。");
            }
            if (free.stream().noneMatch(inspector -> inspector.body().equals(leadBody))) {
                throw Refused.field("inspectors", "检查对象“" + object.name() + "”没有本机关的检查人员可派：都应当回避或者没有有效证件。请补充检查人员。");
            }
        }
    }

    /** The inspectors who may be sent to an object, in the order of their ids. */
    List<Inspector> free(String object) {
        Set<String> away = new HashSet<>();
        recused.stream().filter(r -> r.object().equals(object)).forEach(r -> away.add(r.inspector()));
        return inspectors.stream().filter(i -> !away.contains(i.id())).toList();
    }

    /** The canonical text (RFC 8785) that is hashed. */
    public String canonical() {
        return CanonicalJson.of(JSON.valueToTree(this));
    }

    /** SHA-256 of the canonical text, hexadecimal. */
    public String hash() {
        return CanonicalJson.hash(canonical());
    }

    static Candidates read(String json) {
        return JSON.readValue(json, Candidates.class);
    }
}
