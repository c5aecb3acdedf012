package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.ProvisionPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the sets that {@code gates/index.yaml} lists; refuses a bad one with its name, the finding and the reason. */
final class GateReader {

    private static final String FOLDER = "/gates/";
    private static final String ALL = "all";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private GateReader() {}

    static List<FindingKind> all() {
        List<FindingKind> kinds = new ArrayList<>();
        for (String set :
                parse("index.yaml", bytes("index.yaml"), GateFile.Index.class).sets()) {
            byte[] yaml = bytes(set + "/gate.yaml");
            kinds.addAll(kinds(set, parse(set, yaml, GateFile.class), hash(yaml, bytes(set + "/rules.drl"))));
        }
        return kinds;
    }

    /** SHA-256 over the list of sets and the rules of each, hexadecimal. */
    static String rulesHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String set : parse("index.yaml", bytes("index.yaml"), GateFile.Index.class)
                    .sets()) {
                digest.update(set.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(set + "/rules.drl"));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = GateReader.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parse(String file, byte[] yaml, Class<T> type) {
        try {
            return MAPPER.readValue(yaml, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(FOLDER + file + ": " + e.getMessage(), e);
        }
    }

    private static String hash(byte[] yaml, byte[] rules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(yaml);
            digest.update((byte) 0);
            digest.update(rules);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<FindingKind> kinds(String name, GateFile file, String hash) {
        GateSet set = new GateSet(
                name, period(file.effective()), new Division(file.jurisdiction()), fields(file.fields()), hash);
        List<FindingKind> kinds = new ArrayList<>();
        for (GateFile.KindEntry entry : file.findings()) {
            try {
                kinds.add(kind(set, entry));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException(FOLDER + name + ", " + entry.code() + ": " + e.getMessage(), e);
            }
        }
        return kinds;
    }

    private static EffectivePeriod period(GateFile.EffectiveEntry entry) {
        return new EffectivePeriod(entry.from(), entry.to().equals("open") ? null : LocalDate.parse(entry.to()));
    }

    private static Set<String> fields(List<String> fields) {
        return fields.contains(ALL) ? Set.of() : new LinkedHashSet<>(fields);
    }

    private static FindingKind kind(GateSet set, GateFile.KindEntry entry) {
        Map<Gate, Severity> gates = new EnumMap<>(Gate.class);
        entry.gates()
                .forEach((gate, severity) -> gates.put(
                        known("gate", gate, Gate.ofCode(gate)),
                        known("severity", severity, Severity.ofCode(severity))));
        return new FindingKind(
                set,
                entry.code(),
                entry.title(),
                entry.titleEn(),
                entry.says(),
                entry.mend(),
                entry.mendEn(),
                entry.cite().stream().map(GateReader::citation).toList(),
                gates);
    }

    private static <T> T known(String what, String code, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("There is no " + what + " '" + code + "'"));
    }

    private static Citation citation(GateFile.CitationEntry entry) {
        if (entry.law() != null && entry.version() != null && entry.at() != null) {
            return new Citation.OfProvision(entry.law(), entry.version(), ProvisionPath.parse(entry.at()));
        }
        if (entry.document() == null) {
            throw new IllegalArgumentException("A citation names law, version and at, or a document");
        }
        return new Citation.OfDocument(
                entry.document(),
                entry.number() == null ? "" : entry.number(),
                entry.item(),
                entry.confidence() == null ? "text not held" : entry.confidence());
    }
}
