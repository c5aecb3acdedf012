package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of the statutory range tell about figures that do not say it themselves. */
final class StatuteHints {

    private static final Pattern RESPONSIBLE = Pattern.compile("主管人员|责任人员|责任人|负责人|有关人员");
    private static final Pattern RESPONSIBLE_MAY =
            Pattern.compile("对[^，；。]*(?:主管人员|责任人员|负责人|有关人员)[^；。]{0,12}?可(?:以)?(?:并)?处");
    private static final Pattern PARTY_FINE = Pattern.compile("(可(?:以)?)?(?:并)?处(?:以)?(?:[^，；。对]{0,24}?)(?:罚款|元|倍)");
    private static final Pattern BASE = Pattern.compile("(违法所得|货值金额|广告费用|所收费用)");

    private final String words;

    StatuteHints(String words) {
        this.words = words;
    }

    /** The amount of {@code base} at which a multiple begins to apply: 货值金额不足一万元的. */
    Optional<BigDecimal> threshold(String base) {
        Matcher m = Pattern.compile(
                        "(?:" + Pattern.quote(base) + "|没有" + Pattern.quote(base) + "或者)不足(" + Numbers.NUMBER + ")元")
                .matcher(words);
        Set<BigDecimal> found = new HashSet<>();
        while (m.find()) {
            Numbers.read(m.group(1)).ifPresent(found::add);
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The greatest fine on the party, where the words name only one range in yuan. */
    Optional<BigDecimal> maximum() {
        FineWords.Reading reading = FineWords.read(words);
        if (!reading.sure()) {
            return Optional.empty();
        }
        List<Charge> fines = reading.charges().stream()
                .filter(charge -> charge.target() != Target.RESPONSIBLE)
                .toList();
        boolean one = fines.size() == 1
                && fines.get(0).base() == null
                && fines.get(0).unit() == null
                && fines.get(0).when().kind() == Charge.When.Kind.ALWAYS;
        return one && !fines.get(0).maxExcluded() ? Optional.of(fines.get(0).max()) : Optional.empty();
    }

    /** The only base of a multiple that the words name. */
    Optional<String> multipleBase() {
        Matcher m = BASE.matcher(words);
        Set<String> found = new HashSet<>();
        while (m.find()) {
            found.add(m.group(1));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** 所需处置费用不足二十万元的，按二十万元计算: the amount it counts as at least. */
    Optional<BigDecimal> leastBase(String base) {
        String number = "(" + Numbers.NUMBER + ")元";
        Matcher m = Pattern.compile(Pattern.quote(base) + "不足" + number + "的，?按" + number + "计算")
                .matcher(words);
        Set<BigDecimal> found = new HashSet<>();
        while (m.find()) {
            Optional<BigDecimal> below = Numbers.read(m.group(1));
            Optional<BigDecimal> counted = Numbers.read(m.group(2));
            if (below.isPresent() && below.equals(counted)) {
                found.add(below.get());
            } else {
                return Optional.empty();
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    boolean namesResponsible(String columnName) {
        return RESPONSIBLE.matcher(columnName).find()
                || columnName.contains("对人员")
                || (columnName.contains("个人") && namesAnyResponsible());
    }

    /** Whether the words fine responsible persons at all. */
    boolean namesAnyResponsible() {
        return Pattern.compile("对[^；。]*(?:主管人员|责任人员|负责人|有关人员)[^；。]*处[^分]")
                .matcher(words)
                .find();
    }

    /**
     * On whom the fine of a column is imposed.
     *
     * @param columnName its name: 对单位罚款
     * @param besideResponsible whether another column fines responsible persons
     */
    Target targetOf(String columnName, boolean besideResponsible) {
        if (namesResponsible(columnName)) {
            return Target.RESPONSIBLE;
        }
        if (columnName.contains("个人")) {
            return Target.INDIVIDUAL;
        }
        return besideResponsible || !columnName.contains("单位") ? Target.PARTY : Target.ORGANISATION;
    }

    boolean responsibleOptional() {
        return RESPONSIBLE_MAY.matcher(words).find();
    }

    /** Whether every fine on the party is one that may be imposed. */
    boolean partyOptional() {
        String withoutPersons = words.replaceAll("对[^，；。]*(?:主管人员|责任人员|负责人|有关人员)[^；。]*", "");
        Matcher m = PARTY_FINE.matcher(withoutPersons);
        boolean any = false;
        while (m.find()) {
            if (m.group(1) == null) {
                return false;
            }
            any = true;
        }
        return any;
    }
}
