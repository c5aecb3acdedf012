package cn.faheng.server.problems;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** What the {@code type} of a problem leads to: a page that says what it means and what to do. */
@Controller
final class ProblemPages {

    @GetMapping("/problems")
    ResponseEntity<String> list() {
        StringBuilder rows = new StringBuilder("<ul>");
        for (ProblemType type : ProblemType.values()) {
            rows.append("<li><a href=\"")
                    .append(type.uri())
                    .append("\">")
                    .append(text(type.title()))
                    .append("</a> <code>")
                    .append(type.slug())
                    .append("</code> ")
                    .append(type.status())
                    .append("</li>");
        }
        return page("问题类型", rows.append("</ul>").toString());
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<String> describe(@PathVariable String slug) {
        Optional<ProblemType> type = ProblemType.ofSlug(slug);
        return type.map(t -> page(
                        t.title(),
                        "<p><code>" + t.slug() + "</code> · HTTP " + t.status() + "</p><h2>怎么办</h2><p>"
                                + text(t.remedy()) + "</p><p><a href=\"/problems\">全部问题类型</a></p>"))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private static ResponseEntity<String> page(String title, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)))
                .body("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + text(title)
                        + " · 法衡</title></head><body><main><h1>" + text(title) + "</h1>" + body
                        + "</main></body></html>");
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
