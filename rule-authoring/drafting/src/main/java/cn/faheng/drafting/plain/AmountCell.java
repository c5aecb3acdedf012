package cn.faheng.drafting.plain;

import cn.faheng.drafting.plain.Reading.Understood;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount as a lawyer writes it: 5万元, 货值金额的10倍, 总投资额的3%, 每车次500元. */
final class AmountCell {

    private static final Set<String> NOTHING = Set.of("无", "不处", "null", "—");
    private static final Pattern MULTIPLE = Pattern.compile("(.+?)的?(?:×)?([0-9.零一二两三四五六七八九十百]+)倍");
    private static final Pattern SHARE = Pattern.compile("(.+?)的?(?:([0-9.]+)%|([百千万])分之([0-9.零一二两三四五六七八九十]+))");
    private static final Pattern EACH = Pattern.compile("按?每(.+?)(?:处|罚款)?([0-9][0-9,.]*[百千万]*元|[零一二两三四五六七八九十百千万]+元)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?:\\s|[-+*/(),]|\\d+(?:\\.\\d+)?|min|max|sum|floor|ceiling|abs)+");
    private static final Pattern PRODUCT = Pattern.compile("(.+?)\\s*\\*\\s*(\\d+(?:\\.\\d+)?)");

    private final List<SheetFact> facts;
    private final List<String> names = new ArrayList<>();
    private final String unit;

    AmountCell(List<SheetFact> facts, String unit) {
        this(facts, List.of(), unit);
    }

    AmountCell(List<SheetFact> facts, List<String> decisions, String unit) {
        this.facts = facts;
        this.unit = unit;
        facts.forEach(fact -> names.add(fact.name()));
        names.addAll(decisions);
        names.sort(Comparator.comparingInt(String::length).reversed());
    }

    Reading read(String cell) {
        String text = Quantity.normal(cell);
        if (text.isEmpty()) {
            return Reading.not(cell, "这一格还没有填写；没有数额的，写“无”");
        }
        if (NOTHING.contains(text)) {
            return Reading.of("null");
        }
        Optional<Quantity> quantity = Quantity.parse(text);
        if (quantity.isPresent()) {
            return fixed(cell, quantity.get());
        }
        if (isExpression(cell)) {
            return Reading.of(cell.strip());
        }
        Matcher each = EACH.matcher(text);
        if (each.matches()) {
            return each(cell, each.group(1), each.group(2));
        }
        Matcher multiple = MULTIPLE.matcher(text);
        if (multiple.matches()) {
            return times(cell, multiple.group(1), multiple.group(2), 0);
        }
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return share.group(2) != null
                    ? times(cell, share.group(1), share.group(2), 2)
                    : times(cell, share.group(1), share.group(4), places(share.group(3)));
        }
        return Reading.not(cell, "“" + cell.strip() + "”没有读懂；可以写“5万元”“货值金额的10倍”“总投资额的3%”“每车次500元”或者“无”");
    }

    private static int places(String word) {
        return switch (word) {
            case "百" -> 2;
            case "千" -> 3;
            default -> 4;
        };
    }

    private Reading fixed(String cell, Quantity quantity) {
        if (quantity.unit().isEmpty() || quantity.unit().equals(unit) || isSameUnit(quantity.unit())) {
            return Reading.of(plain(quantity.value()));
        }
        if (quantity.unit().equals("倍") || quantity.unit().equals("%")) {
            return Reading.not(cell, "没有写明是什么的" + cell.strip() + "；请写全，例如“货值金额的" + cell.strip() + "”");
        }
        return Reading.not(cell, "“" + quantity.unit() + "”不是这一列的单位“" + unit + "”");
    }

    private boolean isSameUnit(String written) {
        return (unit.equals("日") && written.equals("天"))
                || (unit.equals("个月") && written.equals("月"))
                || (unit.equals("元") && written.equals("元人民币"));
    }

    private Reading times(String cell, String base, String factor, int places) {
        Optional<BigDecimal> number = Quantity.parse(factor).map(Quantity::value);
        if (number.isEmpty()) {
            return Reading.not(cell, "“" + factor + "”不是数");
        }
        List<SheetFact> found = facts.stream()
                .filter(fact -> isNumeric(fact) && isNamed(fact, base))
                .toList();
        if (found.size() != 1) {
            return Reading.not(
                    cell, found.isEmpty() ? "没有叫作“" + base + "”的数值问题，请先增加这个问题" : "有几个问题都叫作“" + base + "”，不能确定是哪一个");
        }
        return Reading.of(found.get(0).name() + " * " + plain(number.get().movePointLeft(places)));
    }

    private static boolean isNamed(SheetFact fact, String words) {
        return Quantity.normal(fact.name()).equals(words)
                || (fact.label() != null && Quantity.normal(fact.label()).equals(words));
    }

    private static boolean isNumeric(SheetFact fact) {
        return fact.type().equals("money")
                || fact.type().equals("number")
                || fact.type().equals("integer");
    }

    private Reading each(String cell, String counted, String amount) {
        List<SheetFact> found = facts.stream()
                .filter(fact -> isNumeric(fact) && counted.equals(fact.unit()))
                .toList();
        Optional<Quantity> quantity = Quantity.parse(amount);
        if (found.size() != 1 || quantity.isEmpty()) {
            return Reading.not(
                    cell,
                    found.isEmpty() ? "没有以“" + counted + "”为单位的问题，请先增加这个问题" : "有几个问题都以“" + counted + "”为单位，不能确定是哪一个");
        }
        return Reading.of(found.get(0).name() + " * " + plain(quantity.get().value()));
    }

    /** Whether the cell is FEEL arithmetic over the names of the sheet. */
    private boolean isExpression(String cell) {
        String rest = cell.strip();
        boolean named = false;
        for (String name : names) {
            if (rest.contains(name)) {
                named = true;
                rest = rest.replace(name, "1");
            }
        }
        return named && ARITHMETIC.matcher(rest).matches();
    }

    String write(String feel) {
        String cell = feel.strip();
        if (cell.equals("null")) {
            return "无";
        }
        if (NUMBER.matcher(cell).matches()) {
            BigDecimal number = new BigDecimal(cell);
            return unit.equals("元") ? Quantity.yuan(number) : plain(number) + unit;
        }
        Matcher product = PRODUCT.matcher(cell);
        if (product.matches()) {
            for (SheetFact fact : facts) {
                if (fact.name().equals(product.group(1))) {
                    for (String words : wordings(fact, new BigDecimal(product.group(2)))) {
                        if (read(words) instanceof Understood understood
                                && understood.feel().equals(cell)) {
                            return words;
                        }
                    }
                }
            }
        }
        return cell;
    }

    private static List<String> wordings(SheetFact fact, BigDecimal factor) {
        String label = fact.label() == null ? fact.name() : fact.label();
        List<String> words = new ArrayList<>();
        if (fact.unit() != null && !fact.type().equals("money")) {
            words.add("每" + fact.unit() + Quantity.yuan(factor));
        }
        if (factor.compareTo(BigDecimal.ONE) < 0) {
            words.add(label + "的" + plain(factor.movePointRight(2)) + "%");
        }
        words.add(label + "的" + plain(factor) + "倍");
        return words;
    }

    private static String plain(BigDecimal number) {
        return Quantity.plain(number).toPlainString();
    }
}
