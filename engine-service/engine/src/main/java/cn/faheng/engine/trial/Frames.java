package cn.faheng.engine.trial;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Messages between the service and a worker: a length and JSON in UTF-8. */
final class Frames {

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private Frames() {}

    static void write(DataOutputStream out, JsonNode message) throws IOException {
        byte[] bytes = FeelJson.MAPPER.writeValueAsBytes(message);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    static JsonNode read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("A frame of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return FeelJson.MAPPER.readTree(bytes);
    }
}
