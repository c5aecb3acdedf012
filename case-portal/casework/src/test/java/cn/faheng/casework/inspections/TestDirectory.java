package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Subject;
import java.util.HashMap;
import java.util.Map;

/** Master data of two made-up bodies of 微山县 and one above them, entered as legal affairs would. */
final class TestDirectory {

    static final String CITY = "370800-INSP";
    static final String FOOD = "370826-INSP1";
    static final String PRICE = "370826-INSP2";
    static final String FOOD_SALE = "JC-T-FOOD";
    static final String PRICES = "JC-T-PRICE";

    private final Proposals proposals;

    TestDirectory(Proposals proposals) {
        this.proposals = proposals;
    }

    void enter() {
        body(CITY, "济宁市测试监管局", "CITY", "370800", "");
        body(FOOD, "微山县测试市场监管局", "COUNTY", "370826", CITY);
        body(PRICE, "微山县测试发展改革局", "COUNTY", "370826", "");
        item(FOOD_SALE, "对食品销售的监督检查", "food");
        item(PRICES, "对价格行为的监督检查", "price");
        for (String line :
                new String[] {FOOD + ":" + FOOD_SALE, FOOD + ":" + PRICES, PRICE + ":" + PRICES, CITY + ":" + FOOD_SALE
                }) {
            String[] parts = line.split(":", -1);
            put(Subject.POWER, Map.of("body", parts[0], "item", parts[1], "from", "2022-01-01"));
        }
        officer("37082600000101", "甲一", FOOD, "food,price", "insp-officer", "2028-12-31");
        officer("37082600000102", "甲二", FOOD, "food,price", "insp-officer2", "2028-12-31");
        officer("37082600000103", "甲三", FOOD, "food,price", "", "2028-12-31");
        officer("37082600000104", "甲四（证件到期）", FOOD, "food,price", "", "2026-11-25");
        officer("37082600000105", "甲负责人", FOOD, "traffic", "insp-head", "2028-12-31");
        officer("37082600000201", "乙一", PRICE, "price", "insp-price", "2028-12-31");
        officer("37082600000202", "乙二", PRICE, "price", "", "2028-12-31");
        officer("37082600000203", "乙负责人", PRICE, "traffic", "insp-price-head", "2028-12-31");
        officer("37080000000101", "市一", CITY, "food", "insp-city", "2028-12-31");
        officer("37080000000102", "市二", CITY, "food", "", "2028-12-31");
        officer("37080000000103", "市负责人", CITY, "traffic", "insp-city-head", "2028-12-31");
    }

    private void body(String code, String name, String level, String division, String parent) {
        put(
                Subject.BODY,
                Map.of(
                        "code", code,
                        "name", name,
                        "level", level,
                        "standing", "STATUTORY",
                        "division", division,
                        "parent", parent,
                        "fields", "food,price",
                        "address", "测试路1号",
                        "from", "2019-01-01"));
    }

    private void item(String code, String name, String field) {
        put(
                Subject.ITEM,
                Map.of(
                        "kind", "INSPECTION",
                        "code", code,
                        "name", name,
                        "levels", "CITY,COUNTY",
                        "field", field,
                        "basis", "中华人民共和国食品安全法@2025-12-01#110",
                        "procedure", "INSPECTION",
                        "from", "2025-12-01"));
    }

    private void officer(String certificate, String name, String body, String fields, String account, String validTo) {
        put(
                Subject.OFFICER,
                Map.of(
                        "certificate", certificate,
                        "name", name,
                        "body", body,
                        "fields", fields,
                        "region", body.equals(CITY) ? "370800" : "370826",
                        "validFrom", "2024-01-01",
                        "validTo", validTo,
                        "legalQualification", "false",
                        "account", account,
                        "status", "ACTIVE"));
    }

    private void put(Subject subject, Map<String, String> typed) {
        As.call("insp-legal", "LEGAL", () -> proposals.propose(subject, null, new HashMap<>(typed), "测试数据"))
                .ifPresent(version -> As.call("insp-legal2", "LEGAL", () -> {
                    proposals.approve(version.id(), "");
                    return null;
                }));
    }
}
