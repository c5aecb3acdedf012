package cn.faheng.drafting.law;

import cn.faheng.drafting.law.LawText.Heading;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.ProvisionPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Article JSON: {@code {"meta": {title, effective, …}, "articles": [{no, sub, label, chapter, paragraphs}]}}.
 *
 * @param metadata what it states
 * @param articles the articles
 * @param headings the chapters
 * @param remarks what could not be placed
 */
record ArticleJson(LawMetadata metadata, Map<String, Article> articles, List<Heading> headings, List<Remark> remarks) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ArticleJson of(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new RefusedLawException("json", "文件不是合法的 JSON" + place(e) + "。请改正后再上传。");
        }
        if (!root.isObject() || !root.path("articles").isArray()) {
            throw new RefusedLawException(
                    "json", "JSON 里没有 meta 和 articles。法律文件的 JSON 写作 {\"meta\": …, \"articles\": [ … ]}。");
        }
        Map<String, Article> articles = new LinkedHashMap<>();
        List<Heading> headings = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        String chapter = "";
        int index = 0;
        for (JsonNode node : root.path("articles")) {
            index++;
            String key = key(node, index);
            List<String> lines = new ArrayList<>();
            node.path("paragraphs").forEach(line -> lines.add(Lines.stripped(line.asString(""))));
            lines.removeIf(String::isEmpty);
            String label = node.path("label").asString("");
            if (articles.containsKey(key)) {
                lines.forEach(line ->
                        remarks.add(new Remark(0, Lines.shortened(line), "articles 第" + key + "条重复，未编入。", false)));
                continue;
            }
            if (lines.isEmpty()) {
                remarks.add(new Remark(0, label, "这一条没有文字。", true));
            }
            String here = node.path("chapter").asString("");
            if (!here.isEmpty() && !here.equals(chapter)) {
                headings.add(new Heading(Math.max(3, Labels.headingDepth(here)), here, key));
                chapter = here;
            }
            articles.put(
                    key, new Article(label.isEmpty() ? ProvisionPath.parse(key).chinese() : label, lines));
        }
        if (articles.isEmpty()) {
            throw new RefusedLawException("no-articles", "JSON 的 articles 是空的，没有可以引用的条款。");
        }
        return new ArticleJson(FrontMatter.of(root.path("meta")), articles, headings, remarks);
    }

    private static String key(JsonNode node, int index) {
        String sub = node.path("sub").asString("");
        String key = node.path("no").asString("") + (sub.isEmpty() || sub.equals("0") ? "" : "-" + sub);
        try {
            return ProvisionPath.parse(key).ofArticle().toString();
        } catch (IllegalArgumentException e) {
            throw new RefusedLawException("json", "articles 的第 " + index + " 个没有正确的条号（no、sub）。请写作 \"no\": 12。");
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行）";
    }
}
