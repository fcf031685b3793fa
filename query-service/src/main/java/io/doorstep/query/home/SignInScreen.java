package io.doorstep.query.home;

import io.doorstep.identity.FirstAdministrator;
import io.doorstep.identity.oidc.Provider;
import io.doorstep.identity.passkey.Site;
import io.doorstep.query.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class SignInScreen {

    private final FirstAdministrator first;
    private final Site site;
    private final Provider provider;

    SignInScreen(FirstAdministrator first, Site site, Provider provider) {
        this.provider = provider;
        this.site = site;
        this.first = first;
    }

    @GetMapping("/login")
    String page(Model model) {
        model.addAttribute("provider", provider);
        model.addAttribute("domain", site.domain());
        return first.isAwaited() ? "redirect:/setup" : "home/login";
    }

    /** Where somebody whose password was right gives his code. */
    @GetMapping("/login/second-step")
    String secondStep(Model model) {
        model.addAttribute("domain", site.domain());
        return "home/second";
    }

    /** Where somebody chooses a password with the code that an administrator gave him. */
    @GetMapping("/login/code")
    String code() {
        return "home/code";
    }
}
