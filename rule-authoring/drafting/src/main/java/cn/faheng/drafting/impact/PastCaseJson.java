package cn.faheng.drafting.impact;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Cases as lines of JSON, in the engine's own terms: how they are stored and handed to other machines. */
public final class PastCaseJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PastCaseJson() {}

    /** One line, without a line break. */
    public static String write(PastCase past) {
        return JSON.writeValueAsString(past);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is not a case
     */
    public static PastCase read(String line) {
        try {
            return JSON.readValue(line, PastCase.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a case: " + e.getOriginalMessage(), e);
        }
    }
}
