package cn.faheng.drafting.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that somebody else wrote. */
final class Json {

    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 60;

    /** Numbers are exact decimals; depth, length and repeated keys are limited. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(2_000_000)
                            .maxNameLength(2_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode read(SourceFile file) {
        try {
            return MAPPER.readTree(utf8(file));
        } catch (StreamConstraintsException e) {
            throw new IntakeRefusedException(
                    "文件“" + file.name() + "”的嵌套、文字或者数字超出限度（嵌套不超过" + DEEPEST + "层）。请检查文件后重新导入。", e);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "第" + e.getLocation().getLineNr() + "行第" + e.getLocation().getColumnNr() + "列";
            throw new IntakeRefusedException("文件“" + file.name() + "”不是完整的JSON，" + place + "读不下去。请检查后重新导入。", e);
        }
    }

    private static String utf8(SourceFile file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IntakeRefusedException("文件“" + file.name() + "”不是UTF-8编码。请另存为UTF-8后重新导入。", e);
        }
    }
}
