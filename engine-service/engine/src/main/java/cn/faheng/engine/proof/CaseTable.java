package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The cases beside a rule set: facts and what must come out. */
public final class CaseTable {

    private final List<RuleCase> cases;

    private CaseTable(List<RuleCase> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * One case.
     *
     * @param id id, unique in the table
     * @param title what it shows
     * @param facts fact name to value; facts not given are absent
     * @param expected column name without {@code =} to the text expected
     */
    public record RuleCase(String id, String title, Map<String, Object> facts, Map<String, String> expected) {}

    public List<RuleCase> cases() {
        return cases;
    }

    /**
     * Reads cases.csv.
     *
     * @throws IllegalArgumentException when a column names no fact or a value does not fit its fact
     */
    public static CaseTable read(RuleSet ruleSet) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        String text = ruleSet.cases().startsWith("\uFEFF") ? ruleSet.cases().substring(1) : ruleSet.cases();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            List<RuleCase> cases = new ArrayList<>();
            for (String needed : List.of("id", "title")) {
                if (!parser.getHeaderNames().contains(needed)) {
                    throw new IllegalArgumentException("案例表缺少“" + needed + "”一栏");
                }
            }
            for (CSVRecord record : parser) {
                cases.add(read(ruleSet, record, parser.getHeaderNames()));
            }
            return new CaseTable(cases);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    private static RuleCase read(RuleSet ruleSet, CSVRecord record, List<String> columns) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (String column : columns) {
            String text = record.isSet(column) ? record.get(column) : "";
            if (column.equals("id") || column.equals("title") || text.isEmpty()) {
                continue;
            }
            if (column.startsWith("=")) {
                expected.put(column.substring(1), text);
            } else {
                Fact fact = ruleSet.fact(column)
                        .orElseThrow(() -> new IllegalArgumentException("案例表的“" + column + "”一栏不是本规则集的事实"));
                try {
                    facts.put(column, value(fact, text));
                } catch (NumberFormatException | DateTimeException e) {
                    String wanted = fact.type() == Fact.Type.DATE ? "日期（如 2026-08-15）" : "数";
                    throw new IllegalArgumentException(fact.name() + "应当是" + wanted + "，不是“" + text + "”", e);
                }
            }
        }
        return new RuleCase(record.get("id"), record.get("title"), facts, expected);
    }

    private static Object value(Fact fact, String text) {
        return switch (fact.type()) {
            case MONEY, NUMBER, INTEGER -> new BigDecimal(text);
            case BOOLEAN -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw new IllegalArgumentException(fact.name() + "应当是 true 或者 false，不是“" + text + "”");
                }
                yield Boolean.valueOf(text);
            }
            case CHOICE -> {
                if (fact.choice(text).isEmpty()) {
                    throw new IllegalArgumentException("“" + text + "”不是“" + fact.name() + "”的可选答案");
                }
                yield text;
            }
            case DATE -> LocalDate.parse(text);
        };
    }
}
