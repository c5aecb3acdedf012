package cn.faheng.drafting.plain;

import cn.faheng.drafting.sheet.FeelText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes of the rule-set format and the words lawyers use for them; the first word is the one written. */
final class Words {

    static final Words MODE = new Words()
            .with("must", "应当并处", "应当处", "应当", "并处", "处")
            .with("may", "可以并处", "可以处", "可以")
            .with("none", "不处", "不并处", "无")
            .with("either", "择一处", "选处")
            .with("either-or-both", "可以单处或者并处", "单处或者并处", "可以单独或者合并处");
    static final Words RESULT = new Words()
            .with("penalty", "处罚", "予以处罚")
            .with("no-penalty", "不予处罚")
            .with("not-applicable", "不适用")
            .with("person-decides", "由执法人员判断", "由人判断")
            .with("transfer-criminal", "移送司法机关", "移送公安机关");

    private final Map<String, String> codeOfWord = new LinkedHashMap<>();
    private final Map<String, String> wordOfCode = new LinkedHashMap<>();

    private Words with(String code, String... words) {
        wordOfCode.put(code, words[0]);
        for (String word : words) {
            codeOfWord.put(word, code);
        }
        return this;
    }

    Reading read(String text) {
        String word = text.strip();
        if (FeelText.isString(word) && wordOfCode.containsKey(FeelText.unquote(word))) {
            return Reading.of(word);
        }
        String code = codeOfWord.get(word);
        return code == null
                ? Reading.not(text, "“" + word + "”不在可以填写的词语之列：" + String.join("、", words()))
                : Reading.of(FeelText.quote(code));
    }

    String write(String feel) {
        String literal = feel.strip();
        return FeelText.isString(literal) ? wordOfCode.getOrDefault(FeelText.unquote(literal), literal) : literal;
    }

    private List<String> words() {
        return List.copyOf(wordOfCode.values());
    }
}
