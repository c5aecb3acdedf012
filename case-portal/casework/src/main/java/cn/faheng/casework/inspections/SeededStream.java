package cn.faheng.casework.inspections;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Numbers that follow from a seed and a label alone: HMAC-SHA-256 in counter mode, with rejection, so that no number is favoured. */
final class SeededStream {

    private final Mac mac;
    private final String label;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long counter;

    SeededStream(byte[] seed, String label) {
        this.label = label;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** A number from 0 to {@code bound - 1}, each as likely as the other. */
    int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("Nothing to choose from");
        }
        // 2^64 mod bound: words below it are thrown away, what is left is a whole multiple of bound.
        long rest = Long.remainderUnsigned(-bound, bound);
        long word = word();
        while (Long.compareUnsigned(word, rest) < 0) {
            word = word();
        }
        return (int) Long.remainderUnsigned(word, bound);
    }

    /** The first {@code count} places of a Fisher-Yates shuffle. */
    <T> List<T> choose(List<T> from, int count) {
        List<T> places = new ArrayList<>(from);
        for (int i = 0; i < count; i++) {
            int j = i + below(places.size() - i);
            T drawn = places.get(j);
            places.set(j, places.get(i));
            places.set(i, drawn);
        }
        return List.copyOf(places.subList(0, count));
    }

    private long word() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(mac.doFinal((label + ":" + counter).getBytes(StandardCharsets.UTF_8)));
            counter++;
        }
        return block.getLong();
    }
}
