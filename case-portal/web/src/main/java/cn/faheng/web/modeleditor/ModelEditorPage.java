package cn.faheng.web.modeleditor;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page around the DMN editor. */
@Controller
final class ModelEditorPage {

    private final Drafts drafts;
    private final EditorBundle bundle;

    ModelEditorPage(Drafts drafts, EditorBundle bundle) {
        this.drafts = drafts;
        this.bundle = bundle;
    }

    @GetMapping("/authoring/drafts/{id}/model")
    String model(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("readOnly", !Step.EDIT.isOpenTo(draft, Actor.caller()));
        model.addAttribute("editor", bundle.isThere() ? bundle.script() : null);
        if (bundle.isThere()) {
            response.setHeader("Content-Security-Policy", bundle.contentSecurityPolicy());
        }
        return "modeleditor/model";
    }
}
