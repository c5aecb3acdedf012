package cn.faheng.casework.directory;

import cn.faheng.rules.legal.EffectivePeriod;

/**
 * One line of the list of powers (权责清单) of a body.
 *
 * @param body code of the body
 * @param item code of the item
 * @param effective the days on which the body holds the power
 */
public record PowerEntry(String body, String item, EffectivePeriod effective) {

    private static final String BETWEEN = "|";

    /** Its code among the versions. */
    public String code() {
        return code(body, item);
    }

    /** The code of the line of a body and an item. */
    public static String code(String body, String item) {
        return body + BETWEEN + item;
    }
}
