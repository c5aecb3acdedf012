package cn.faheng.engine.evaluation;

import java.util.regex.Pattern;

/** What the name of a tier says of itself. */
public final class TierWords {

    private static final Pattern MITIGATES = Pattern.compile("(?<![不无非未])(?<!没有|不予|不得|不能|不应|不具有|不具备|不符合)减轻");

    private TierWords() {}

    /** Whether it calls itself one of 减轻处罚 (行政处罚法 (2021) 第三十二条). */
    public static boolean mitigates(String tier) {
        return MITIGATES.matcher(tier).find();
    }
}
