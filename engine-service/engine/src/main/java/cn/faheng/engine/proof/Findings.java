package cn.faheng.engine.proof;

import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is found; the key of a finding depends on what it says and not on when or in which order it was found. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    void refuted(Property property, String where, String message, @Nullable CounterExample example) {
        add(property, Status.REFUTED, where, message, example);
    }

    void notProved(Property property, String where, String message, @Nullable CounterExample example) {
        add(property, Status.NOT_PROVED, where, message, example);
    }

    void proved(Property property, String where, String message, @Nullable CounterExample example) {
        add(property, Status.PROVED, where, message, example);
    }

    void notApplicable(Property property, String message) {
        add(property, Status.NOT_APPLICABLE, "", message, null);
    }

    /** Says that a property is proved, unless something was found against it. */
    void conclude(Property property, String message) {
        boolean open = all.stream()
                .filter(finding -> finding.property() == property)
                .anyMatch(finding -> finding.status() != Status.PROVED);
        if (!open) {
            add(property, Status.PROVED, "", message, null);
        }
    }

    void add(Property property, Status status, String where, String message, @Nullable CounterExample example) {
        String key = property.name().toLowerCase(Locale.ROOT) + ":" + hash(property, status, where, message, example);
        if (keys.add(key)) {
            all.add(new Finding(property, status, key, where, message, example));
        }
    }

    /** In the order of the properties, what is against them first. */
    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>();
        for (Property property : Property.values()) {
            for (Status status : List.of(Status.REFUTED, Status.NOT_PROVED, Status.PROVED, Status.NOT_APPLICABLE)) {
                all.stream()
                        .filter(finding -> finding.property() == property && finding.status() == status)
                        .forEach(sorted::add);
            }
        }
        return sorted;
    }

    private static String hash(@Nullable Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
