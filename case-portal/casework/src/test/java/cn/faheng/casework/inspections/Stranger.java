package cn.faheng.casework.inspections;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A draw repeated by someone who has only docs/double-random.md and the export: none of the product's classes, big numbers instead of words. */
@SuppressWarnings("NullAway") // Reads an export whose members the document names.
final class Stranger {

    private static final String VERSION = "faheng-double-random-1";
    private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(64);

    private final Map<String, Object> export;
    private final Map<String, Object> candidates;
    private final byte[] seed;

    @SuppressWarnings("unchecked")
    Stranger(String json) {
        export = JsonMapper.shared().readValue(json, Map.class);
        candidates = (Map<String, Object>) export.get("candidates");
        seed = sha(lines(VERSION + "/seed", text("draw"), candidatesHash(), text("first"), text("second")));
    }

    String candidatesHash() {
        return HexFormat.of().formatHex(sha(canonical(candidates)));
    }

    String commitment(String secret) {
        return HexFormat.of().formatHex(sha(lines(VERSION + "/commitment", text("draw"), secret)));
    }

    String seed() {
        return HexFormat.of().formatHex(seed);
    }

    String text(String member) {
        return String.valueOf(export.get(member));
    }

    /** The outcome as canonical JSON. */
    @SuppressWarnings("unchecked")
    String outcome() {
        Map<String, Object> quotas = (Map<String, Object>) candidates.get("quotas");
        int each = (Integer) candidates.get("inspectorsPerObject");
        Map<String, Integer> load = new HashMap<>();
        List<Object> drawn = new ArrayList<>();
        for (String riskClass : List.of("A", "B", "C", "D", "UNRATED")) {
            List<String> left = new ArrayList<>(maps("objects").stream()
                    .filter(o -> riskClass.equals(o.get("riskClass")))
                    .map(o -> (String) o.get("id"))
                    .sorted()
                    .toList());
            Stream numbers = new Stream("objects/" + riskClass);
            int quota = (Integer) quotas.getOrDefault(riskClass, 0);
            for (int i = 0; i < quota; i++) {
                int j = i + numbers.below(left.size() - i);
                String swapped = left.get(i);
                left.set(i, left.get(j));
                left.set(j, swapped);
            }
            for (String object : left.subList(0, quota)) {
                Map<String, Object> line = new TreeMap<>();
                line.put("object", object);
                line.put("riskClass", riskClass);
                line.put("inspectors", send(object, each, load));
                drawn.add(line);
            }
        }
        return canonicalText(Map.of("drawn", drawn));
    }

    private List<String> send(String object, int each, Map<String, Integer> load) {
        Stream numbers = new Stream("inspectors/" + object);
        List<String> sent = new ArrayList<>();
        while (sent.size() < each) {
            List<String> open = maps("inspectors").stream()
                    .filter(i -> !sent.isEmpty() || i.get("body").equals(candidates.get("leadBody")))
                    .map(i -> (String) i.get("id"))
                    .filter(i -> !sent.contains(i))
                    .filter(i -> maps("recused").stream()
                            .noneMatch(r -> r.get("inspector").equals(i)
                                    && r.get("object").equals(object)))
                    .sorted()
                    .toList();
            int least = open.stream()
                    .map(i -> load.getOrDefault(i, 0))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<String> idlest =
                    open.stream().filter(i -> load.getOrDefault(i, 0) == least).toList();
            String chosen = idlest.get(numbers.below(idlest.size()));
            load.put(chosen, least + 1);
            sent.add(chosen);
        }
        return sent;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> maps(String member) {
        return (List<Map<String, Object>>) candidates.get(member);
    }

    private final class Stream {
        private final String label;
        private final List<BigInteger> words = new ArrayList<>();
        private int block;

        Stream(String label) {
            this.label = label;
        }

        int below(int n) {
            BigInteger bound = BigInteger.valueOf(n);
            while (true) {
                if (words.isEmpty()) {
                    byte[] bytes = hmac(label + ":" + block++);
                    for (int k = 0; k < 32; k += 8) {
                        words.add(new BigInteger(1, java.util.Arrays.copyOfRange(bytes, k, k + 8)));
                    }
                }
                BigInteger word = words.remove(0);
                if (word.compareTo(WORDS.mod(bound)) >= 0) {
                    return word.mod(bound).intValue();
                }
            }
        }
    }

    private byte[] hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] lines(String... parts) {
        return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] canonical(Object value) {
        return canonicalText(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Sorted members, no white space: enough for the values that occur here. */
    private static String canonicalText(Object value) {
        return JsonMapper.shared().writeValueAsString(sorted(value));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new TreeMap<>();
            map.forEach((name, member) -> members.put((String) name, sorted(member)));
            return new LinkedHashMap<>(members);
        }
        return value instanceof List<?> list
                ? list.stream().map(Stranger::sorted).toList()
                : value;
    }
}
