package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.Draws;
import cn.faheng.web.show.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What everyone may see of the draws, before and after them. */
@Controller
final class NoticePage {

    private final Draws draws;
    private final Desk desk;

    NoticePage(Draws draws, Desk desk) {
        this.draws = draws;
        this.desk = desk;
    }

    @GetMapping("/double-random")
    String notices(Model model) {
        model.addAttribute("notices", draws.notices());
        model.addAttribute("desk", desk);
        model.addAttribute("errors", FieldErrors.none());
        return "inspections/notices";
    }
}
