package cn.faheng.web.frame;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that belong to no work: sign-in, and what this product is. */
@Controller
final class FrameController {

    @GetMapping("/sign-in")
    String signIn() {
        return "frame/sign-in";
    }

    @GetMapping("/about")
    String about() {
        return "frame/about";
    }
}
