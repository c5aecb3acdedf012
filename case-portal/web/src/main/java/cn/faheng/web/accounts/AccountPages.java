package cn.faheng.web.accounts;

import cn.faheng.server.identity.Account;
import cn.faheng.server.identity.AccountDesk;
import cn.faheng.server.identity.AccountRefusedException;
import cn.faheng.server.identity.Person;
import cn.faheng.server.identity.Role;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.web.show.FieldErrors;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the administrator does with accounts. */
@Controller
final class AccountPages {

    private final AccountDesk desk;
    private final MessageSource messages;

    AccountPages(AccountDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/accounts")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        String wanted = q.strip();
        List<Account> accounts = desk.all().stream()
                .map(Person::account)
                .filter(account -> account.name().contains(wanted)
                        || account.displayName().contains(wanted)
                        || wanted.equals(account.body()))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("accounts", accounts);
        return "accounts/list";
    }

    @GetMapping("/accounts/new")
    String blank(Model model) {
        return form(AccountForm.empty(), FieldErrors.none(), true, model);
    }

    @PostMapping("/accounts/new")
    String create(@RequestParam MultiValueMap<String, String> typed, Locale locale, Model model) {
        String name = typed.getFirst("name");
        AccountForm form = AccountForm.of(name == null ? "" : name, typed);
        try {
            return oneTime(form.wanted().name(), desk.create(form.wanted()), true, model);
        } catch (AccountRefusedException e) {
            return form(form, Refusals.of(e, messages, locale), true, model);
        }
    }

    @GetMapping("/accounts/{name}")
    String show(@PathVariable String name, Model model) {
        Account account = account(name);
        model.addAttribute("account", account);
        return form(AccountForm.of(account), FieldErrors.none(), false, model);
    }

    @PostMapping("/accounts/{name}")
    String change(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> typed, Locale locale, Model model) {
        AccountForm form = AccountForm.of(name, typed);
        return done(
                name,
                form,
                () -> {
                    desk.change(form.wanted(), form.revision());
                    return "redirect:/accounts/" + name + "?saved";
                },
                locale,
                model);
    }

    @PostMapping("/accounts/{name}/enabled")
    String enable(@PathVariable String name, @RequestParam boolean enabled, Locale locale, Model model) {
        AccountForm form = AccountForm.of(account(name));
        return done(
                name,
                form,
                () -> {
                    desk.enable(name, enabled);
                    return "redirect:/accounts/" + name + "?saved";
                },
                locale,
                model);
    }

    @PostMapping("/accounts/{name}/password")
    String reset(@PathVariable String name, Locale locale, Model model) {
        AccountForm form = AccountForm.of(account(name));
        return done(name, form, () -> oneTime(name, desk.resetPassword(name), false, model), locale, model);
    }

    private String done(String name, AccountForm form, Supplier<String> act, Locale locale, Model model) {
        try {
            return act.get();
        } catch (AccountRefusedException e) {
            model.addAttribute("account", account(name));
            return form(form, Refusals.of(e, messages, locale), false, model);
        }
    }

    private Account account(String name) {
        return desk.find(name).map(Person::account).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private static String form(AccountForm form, FieldErrors errors, boolean fresh, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("fresh", fresh);
        model.addAttribute("roles", Role.names());
        return "accounts/account";
    }

    private static String oneTime(String name, String password, boolean fresh, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("password", password);
        model.addAttribute("fresh", fresh);
        return "accounts/one-time";
    }
}
