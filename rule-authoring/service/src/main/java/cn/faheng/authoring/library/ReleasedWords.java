package cn.faheng.authoring.library;

import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.util.ArrayList;
import java.util.List;

/** Compares a text with the words that rule sets cite: those stay what look-ups answer, and a difference is told. */
final class ReleasedWords {

    private ReleasedWords() {}

    static List<Remark> remarks(LawLibrary released, LegalInstrument law) {
        List<Remark> remarks = new ArrayList<>();
        released.version(law.title(), law.version()).ifPresent(cited -> {
            cited.articles().forEach((key, article) -> {
                LegalInstrument.Article loaded = law.articles().get(key);
                if (loaded == null) {
                    remarks.add(new Remark(0, article.label(), "规则库引用这一条，文件里没有；查阅时仍用规则库的文字。", true));
                } else if (!bare(loaded.text()).equals(bare(article.text()))) {
                    remarks.add(new Remark(0, article.label(), "文字与规则库所引用的不同；查阅时仍用规则库的文字，请核对哪一个有误。", true));
                }
            });
            if (cited.effective().to() != null && !cited.effective().equals(law.effective())) {
                remarks.add(new Remark(0, "", "规则库写明这一版施行到 " + cited.effective().to() + "，文件写的不同；以规则库为准。", true));
            }
        });
        return remarks;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}
