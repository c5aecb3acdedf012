package cn.faheng.drafting.law;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to read a legal instrument from.
 *
 * @param name its name, or an empty string; the ending helps to tell the format
 * @param mediaType its media type where one was stated, or null
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
public record LawFile(String name, @Nullable String mediaType, byte[] content) {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 << 20;

    /** What a file holds. */
    enum Format {
        WORD,
        JSON,
        MARKDOWN,
        TEXT
    }

    /** Pasted text. */
    public static LawFile pasted(String text) {
        return new LawFile("", "text/plain", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** By the first bytes, then by what was stated, then by the ending of the name. */
    Format format() {
        if (startsWith(0x50, 0x4B, 0x03, 0x04) || startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return Format.WORD;
        }
        String stated = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        if (stated.startsWith("application/json") || lower.endsWith(".json")) {
            return Format.JSON;
        }
        if (stated.contains("wordprocessingml") || lower.endsWith(".docx") || lower.endsWith(".doc")) {
            return Format.WORD;
        }
        if (stated.startsWith("text/markdown") || lower.endsWith(".md")) {
            return Format.MARKDOWN;
        }
        return Format.TEXT;
    }

    boolean startsWith(int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
