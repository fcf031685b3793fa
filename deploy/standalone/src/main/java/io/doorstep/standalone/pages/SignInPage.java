package io.doorstep.standalone.pages;

import io.doorstep.identity.FirstAdministrator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {
    private final FirstAdministrator first;

    SignInPage(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/login")
    String page() {
        return first.isAwaited() ? "redirect:/setup" : "login";
    }
}
