package cn.faheng.server.registry;

import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A file of the rule base.
 *
 * @param hash SHA-256 of its UTF-8 bytes, hexadecimal
 * @param text its content
 */
record StoredFile(String hash, String text) {

    static StoredFile of(String text) {
        return new StoredFile(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)), text);
    }
}
