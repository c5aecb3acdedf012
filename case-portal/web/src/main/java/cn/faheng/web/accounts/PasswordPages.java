package cn.faheng.web.accounts;

import cn.faheng.server.identity.AccountRefusedException;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.identity.OwnPassword;
import cn.faheng.web.show.FieldErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How people change their own password; afterwards they sign in with the new one. */
@Controller
final class PasswordPages {

    private final OwnPassword own;
    private final MessageSource messages;

    PasswordPages(OwnPassword own, MessageSource messages) {
        this.own = own;
        this.messages = messages;
    }

    @GetMapping("/account/password")
    String form(Model model) {
        return form(FieldErrors.none(), model);
    }

    @PostMapping("/account/password")
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        try {
            own.change(present, wanted, again);
        } catch (AccountRefusedException e) {
            return form(Refusals.of(e, messages, locale), model);
        }
        request.getSession().invalidate();
        return "redirect:/sign-in?changed";
    }

    private String form(FieldErrors errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("kept", own.isKeptHere());
        model.addAttribute("must", Caller.person().account().mustChangePassword());
        return "accounts/password";
    }
}
