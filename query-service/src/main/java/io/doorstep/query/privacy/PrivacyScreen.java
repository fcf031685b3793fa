package io.doorstep.query.privacy;

import io.doorstep.erasure.ErasureRefusal;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class PrivacyScreen {

    private final ErasureList list;

    PrivacyScreen(ErasureList list) {
        this.list = list;
    }

    @GetMapping("/privacy")
    String page(Model model) {
        var reader = MaySeeErasures.or403();
        model.addAttribute("open", list.open(reader));
        model.addAttribute("decided", list.decided(reader));
        model.addAttribute("refusals", Say.names(ErasureRefusal.class));
        return "privacy/privacy";
    }
}
