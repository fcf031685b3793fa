package io.doorstep.query.home;

import io.doorstep.identity.FirstAdministrator;
import io.doorstep.query.layout.Screen;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class SignInScreen {

    private final FirstAdministrator first;

    SignInScreen(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/login")
    String page() {
        return first.isAwaited() ? "redirect:/setup" : "home/login";
    }

    /** Where somebody whose password was right gives his code. */
    @GetMapping("/login/second-step")
    String secondStep() {
        return "home/second";
    }

    /** Where somebody chooses a password with the code that an administrator gave him. */
    @GetMapping("/login/code")
    String code() {
        return "home/code";
    }
}
