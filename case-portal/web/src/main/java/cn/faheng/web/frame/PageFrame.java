package cn.faheng.web.frame;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.DemoMode;
import cn.faheng.server.identity.Person;
import cn.faheng.server.identity.SignInWays;
import cn.faheng.web.show.Links;
import cn.faheng.web.show.Show;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page needs beside its own content. */
@ControllerAdvice(basePackages = "cn.faheng.web")
final class PageFrame {

    /** Who works with drafts. */
    private static final List<String> STAFF = List.of("AUTHOR", "REVIEWER", "APPROVER");

    private final MessageSource messages;
    private final FrameSettings settings;
    private final DemoMode demo;
    private final SignInWays ways;

    PageFrame(MessageSource messages, FrameSettings settings, DemoMode demo, SignInWays ways) {
        this.messages = messages;
        this.settings = settings;
        this.demo = demo;
        this.ways = ways;
    }

    @ModelAttribute
    void frame(Model model, Locale locale, HttpServletRequest request) {
        model.addAllAttributes(of(locale, request));
    }

    /** The attributes every page needs. */
    Map<String, Object> of(Locale locale, HttpServletRequest request) {
        Map<String, Object> attributes = new HashMap<>();
        Show show = new Show(messages, locale);
        attributes.put("show", show);
        attributes.put("amounts", show.amounts());
        attributes.put("links", new Links());
        attributes.put("settings", settings);
        attributes.put("demo", demo.isActive());
        attributes.put("demoPassword", demo.password());
        attributes.put("here", here(request));
        attributes.put("path", request.getRequestURI());
        attributes.put("staff", STAFF.stream().anyMatch(request::isUserInRole));
        attributes.put("readerRoles", Caller.maybePerson().map(Person::roles).orElse(List.of()));
        attributes.put("provider", ways.providerAddress());
        attributes.put("providerLabel", ways.providerLabel());
        Principal reader = request.getUserPrincipal();
        if (reader != null) {
            attributes.put("reader", displayName(reader));
        }
        return attributes;
    }

    private static String displayName(Principal reader) {
        return reader instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Person person
                ? person.displayName()
                : reader.getName();
    }

    /** The address of this page with its query, less the language, so that the switch can add the other one. */
    private static String here(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        String rest =
                query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        return request.getRequestURI() + "?" + (rest.isEmpty() ? "" : rest + "&");
    }
}
