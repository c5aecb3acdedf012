package cn.faheng.drafting.sheet;

import cn.faheng.rules.legal.ProvisionPath;
import java.util.List;

/** Parts of a sheet in words. */
public final class SheetTexts {

    private SheetTexts() {}

    /** The texts that a decision of the sheet can answer, without quotation marks; empty where that is not certain. */
    public static List<String> answers(Sheet sheet, String decision) {
        return new SheetTypes(sheet)
                .answersOf(decision).stream().map(FeelText::unquote).toList();
    }

    /** 《中华人民共和国食品安全法》第一百二十四条第一款; a place that is none stays as it is. */
    public static String provision(String law, String at) {
        String title = law.isEmpty() ? "" : "《" + law + "》";
        try {
            return title + ProvisionPath.parse(at).chinese();
        } catch (IllegalArgumentException e) {
            return title + at;
        }
    }
}
