package cn.faheng.drafting.law;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells the encoding of a text: UTF-8, UTF-16 with or without its mark, GB18030 (with GBK and GB2312 in it). */
final class TextDecoder {

    private static final int LOOKED_AT = 4096;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextDecoder() {}

    static String decode(LawFile file) {
        String text = decoded(file);
        if (text == null) {
            throw new RefusedLawException("encoding", "文件的编码不是 UTF-8、UTF-16 或者 GB18030，文字无法辨认。请另存为 UTF-8 文本后再上传。");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedLawException("not-text", "文件不是文本。请上传 Word（.docx）、Markdown、JSON 或者纯文本。");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String decoded(LawFile file) {
        byte[] content = file.content();
        if (file.startsWith(0xFF, 0xFE)) {
            return strictly(content, StandardCharsets.UTF_16LE);
        }
        if (file.startsWith(0xFE, 0xFF)) {
            return strictly(content, StandardCharsets.UTF_16BE);
        }
        Charset utf16 = utf16(content);
        String text = utf16 == null ? null : strictly(content, utf16);
        if (text == null) {
            text = strictly(content, StandardCharsets.UTF_8);
        }
        return text == null ? strictly(content, GB18030) : text;
    }

    private static @Nullable String strictly(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** UTF-16 without a mark: line ends, spaces and digits have a zero byte on the same side, which no other encoding has. */
    private static @Nullable Charset utf16(byte[] content) {
        int big = 0;
        int little = 0;
        for (int i = 0; i + 1 < content.length && i < LOOKED_AT; i += 2) {
            big += content[i] == 0 && isCommon(content[i + 1]) ? 1 : 0;
            little += content[i + 1] == 0 && isCommon(content[i]) ? 1 : 0;
        }
        if (content.length % 2 != 0 || big == little) {
            return null;
        }
        return big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean isCommon(byte b) {
        return b == '\n' || b == '\r' || b == ' ' || (b >= '0' && b <= '9');
    }
}
