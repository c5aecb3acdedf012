package cn.faheng.drafting.draft;

import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes a legal instrument as {@code law/<title>@<first-day>.yaml}. */
public final class LawYaml {

    private static final YAMLMapper YAML = new YAMLMapper();

    private LawYaml() {}

    /** Where it lies below the root of the rule base. */
    public static String path(LegalInstrument law) {
        return "law/" + law.title() + "@" + law.version() + ".yaml";
    }

    public static String write(LegalInstrument law) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", law.title());
        root.put("level", law.level());
        LocalDate to = law.effective().to();
        Map<String, Object> effective = new LinkedHashMap<>();
        effective.put("from", law.effective().from().toString());
        effective.put("to", to == null ? "open" : to.toString());
        root.put("effective", effective);
        root.put("source", law.source());
        root.put("confidence", law.confidence());
        Map<String, Object> articles = new LinkedHashMap<>();
        law.articles().forEach((number, article) -> {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("label", article.label());
            written.put("lines", article.lines());
            articles.put(number, written);
        });
        root.put("articles", articles);
        return YAML.writeValueAsString(root);
    }
}
