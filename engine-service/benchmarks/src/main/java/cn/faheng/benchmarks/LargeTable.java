package cn.faheng.benchmarks;

import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.RuleSetReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A table of 500 rows and 9 columns that covers every input once: boxes split again and again, at numbers and at choices. */
final class LargeTable {

    private static final int ROWS = 500;
    private static final int NUMBERS = 5;
    private static final int COLUMNS = 9;
    private static final int CHOICES = 4;
    private static final int SCALE = 1000;
    private static final RuleSetRef REF =
            new RuleSetRef(new RuleSetId("market/MK-LARGE/370000"), LocalDate.of(2024, 1, 1));

    private LargeTable() {}

    /** A part of the space: for each column the first and the last cell, both included. */
    private record Box(int[] from, int[] to) {}

    static RuleSet ruleSet() {
        return ruleSet(boxes());
    }

    static RuleSet withoutRow(int row) {
        List<Box> boxes = boxes();
        boxes.remove(row);
        return ruleSet(boxes);
    }

    static ProofReport proved(ProofReport report) {
        return expect(report, Status.PROVED);
    }

    static ProofReport refuted(ProofReport report) {
        return expect(report, Status.REFUTED);
    }

    private static ProofReport expect(ProofReport report, Status status) {
        boolean found =
                report.findings().stream().anyMatch(f -> f.property() == Property.COMPLETE && f.status() == status);
        if (!found) {
            throw new IllegalStateException("The proof of the large table says " + report.findings());
        }
        return report;
    }

    private static List<Box> boxes() {
        Random random = new Random(20260301);
        List<Box> boxes = new ArrayList<>();
        int[] last = new int[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            last[c] = c < NUMBERS ? 7 : CHOICES - 1;
        }
        boxes.add(new Box(new int[COLUMNS], last));
        while (boxes.size() < ROWS) {
            int chosen = random.nextInt(boxes.size());
            Box box = boxes.get(chosen);
            int column = random.nextInt(COLUMNS);
            int width = box.to()[column] - box.from()[column];
            if (width > 0) {
                int cut = box.from()[column] + random.nextInt(width);
                int[] to = box.to().clone();
                to[column] = cut;
                int[] from = box.from().clone();
                from[column] = cut + 1;
                boxes.set(chosen, new Box(box.from(), to));
                boxes.add(new Box(from, box.to()));
            }
        }
        return boxes;
    }

    private static RuleSet ruleSet(List<Box> boxes) {
        StringBuilder facts = new StringBuilder();
        StringBuilder dmn =
                new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20240513/MODEL/\" id=\"m\""
                        + " name=\"market_MK-LARGE_370000_2024-01-01\""
                        + " namespace=\"https://faheng.cn/rules/market/MK-LARGE/370000/2024-01-01\">"
                        + "<itemDefinition name=\"grade\"><typeRef>string</typeRef><allowedValues><text>"
                        + "\"v0\", \"v1\", \"v2\", \"v3\"</text></allowedValues></itemDefinition>");
        StringBuilder required = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        for (int c = 0; c < COLUMNS; c++) {
            boolean number = c < NUMBERS;
            String type = number
                    ? "type: money, unit: 元, min: 0"
                    : "type: choice, values: [{value: v0}, {value: v1}, {value: v2}, {value: v3}]";
            facts.append("  - {name: f")
                    .append(c)
                    .append(", label: 因素")
                    .append(c)
                    .append(", ")
                    .append(type)
                    .append("}\n");
            dmn.append("<inputData id=\"i%1$d\" name=\"f%1$d\"><variable name=\"f%1$d\" typeRef=\"%2$s\"/></inputData>"
                    .formatted(c, number ? "number" : "grade"));
            required.append(
                    "<informationRequirement id=\"r%1$d\"><requiredInput href=\"#i%1$d\"/></informationRequirement>"
                            .formatted(c));
            columns.append("<input><inputExpression><text>f").append(c).append("</text></inputExpression></input>");
        }
        dmn.append("<decision id=\"d\" name=\"penalty\"><variable name=\"penalty\"/>")
                .append(required)
                .append("<decisionTable hitPolicy=\"UNIQUE\">")
                .append(columns)
                .append(
                        "<output name=\"tier\"/><output name=\"fine\"/><output name=\"fineMin\"/><output name=\"fineMax\"/>");
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < boxes.size(); r++) {
            row(dmn, boxes.get(r), r);
            rows.append("  T")
                    .append(r)
                    .append(": {cite: [source], says: 第")
                    .append(r)
                    .append("档}\n");
        }
        dmn.append("</decisionTable></decision></definitions>");
        String yaml =
                "kind: benchmark\neffective: {from: 2024-01-01, to: open}\njurisdiction: \"370000\"\nauthority: 某局\n"
                        + "basis:\n  - {role: parent, law: 中华人民共和国食品安全法, version: 2021-04-29, at: 124/1}\n"
                        + "source: {document: 某某裁量基准, number: 某〔2024〕1号, issuer: 某局, item: \"1\", confidence: exact from source}\n"
                        + "form: tiers\nfacts:\n" + facts
                        + "penalties:\n  - {id: fine, kind: fine, subject: party}\nrows:\n" + rows
                        + "leftToPerson: [具体数额]\n";
        return RuleSetReader.read(
                REF, "MK-LARGE", new RuleSetReader.Files(yaml, dmn.toString(), "id,title\n", "合成的大表"));
    }

    private static void row(StringBuilder dmn, Box box, int r) {
        dmn.append("<rule id=\"T").append(r).append("\">");
        for (int c = 0; c < COLUMNS; c++) {
            dmn.append("<inputEntry><text>").append(cell(box, c)).append("</text></inputEntry>");
        }
        BigDecimal low = BigDecimal.valueOf(1000L + r);
        for (String output : List.of(
                "\"T" + r + "\"", "\"must\"", low.toPlainString(), low.add(low).toPlainString())) {
            dmn.append("<outputEntry><text>").append(output).append("</text></outputEntry>");
        }
        dmn.append("</rule>");
    }

    private static String cell(Box box, int c) {
        int from = box.from()[c];
        int to = box.to()[c];
        if (c < NUMBERS) {
            if (to == 7) {
                return from == 0 ? "-" : "&gt;= " + from * SCALE;
            }
            return "[" + from * SCALE + ".." + (to + 1) * SCALE + ")";
        }
        if (from == 0 && to == CHOICES - 1) {
            return "-";
        }
        List<String> values = new ArrayList<>();
        for (int v = from; v <= to; v++) {
            values.add("\"v" + v + "\"");
        }
        return String.join(", ", values);
    }
}
