package cn.faheng.web.frame;

import cn.faheng.server.problems.ErrorPage;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.TraceIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** How people see an error: what happened in plain words, and a way on. */
@Component
final class PageOfErrors implements ErrorPage {

    private final ViewResolver views;
    private final LocaleResolver locales;
    private final PageFrame frame;

    PageOfErrors(
            @Lazy @Qualifier("thymeleafViewResolver") ViewResolver views, LocaleResolver locales, PageFrame frame) {
        this.views = views;
        this.locales = locales;
        this.frame = frame;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale locale = locales.resolveLocale(request);
        int status = problem.type().status();
        Map<String, Object> model = new HashMap<>(frame.of(locale, request));
        model.put("here", "/items?");
        model.put("trace", TraceIds.of(request));
        model.put("reason", status == 404 || status == 403 ? String.valueOf(status) : "other");
        model.put("problem", problem);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            View view = views.resolveViewName("frame/error", locale);
            if (view == null) {
                throw new IOException("There is no error page");
            }
            view.render(model, request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The error page could not be rendered", e);
        }
    }
}
