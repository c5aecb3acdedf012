package cn.faheng.casework.directory;

import java.util.Map;
import java.util.TreeMap;

/**
 * A counterpart as typed, before it is checked.
 *
 * @param kind code of the kind: individual, sole-proprietor, organisation
 * @param name name
 * @param citizenId 公民身份号码, or empty
 * @param creditCode 统一社会信用代码, or empty
 * @param otherDocument kind and number of another document, or empty
 * @param address address
 * @param phone phone number, or empty
 * @param legalRepresentative legal representative or operator, or empty
 * @param division six digits
 * @param townCode nine digits, or empty
 */
public record CounterpartEntry(
        String kind,
        String name,
        String citizenId,
        String creditCode,
        String otherDocument,
        String address,
        String phone,
        String legalRepresentative,
        String division,
        String townCode) {

    /** The same by the names of the fields; what is missing is empty. */
    public static CounterpartEntry of(Map<String, String> typed) {
        Map<String, String> all = new TreeMap<>(typed);
        return new CounterpartEntry(
                all.getOrDefault("kind", ""),
                all.getOrDefault("name", ""),
                all.getOrDefault("citizenId", ""),
                all.getOrDefault("creditCode", ""),
                all.getOrDefault("otherDocument", ""),
                all.getOrDefault("address", ""),
                all.getOrDefault("phone", ""),
                all.getOrDefault("legalRepresentative", ""),
                all.getOrDefault("division", ""),
                all.getOrDefault("townCode", ""));
    }

    Map<String, String> typed() {
        return Map.of(
                "kind", kind,
                "name", name,
                "citizenId", citizenId,
                "creditCode", creditCode,
                "otherDocument", otherDocument,
                "address", address,
                "phone", phone,
                "legalRepresentative", legalRepresentative,
                "division", division,
                "townCode", townCode);
    }

    /** Without the numbers, so that no log shows them by accident. */
    @Override
    public String toString() {
        return "CounterpartEntry[" + kind + "]";
    }
}
