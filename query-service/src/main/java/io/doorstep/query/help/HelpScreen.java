package io.doorstep.query.help;

import io.doorstep.query.layout.Screen;
import io.doorstep.web.Named;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Screen
class HelpScreen {

    private final Handbook handbook;

    HelpScreen(Handbook handbook) {
        this.handbook = handbook;
    }

    @GetMapping("/help")
    String contents(Model model) {
        return page("README", model);
    }

    @GetMapping("/help/{name:[a-z]+}")
    String page(@PathVariable String name, Model model) {
        model.addAttribute("page", handbook.page(name).orElseThrow(Named::notFound));
        return "help/page";
    }

    @GetMapping("/help/pictures/{name:[a-z0-9-]+}.png")
    ResponseEntity<ClassPathResource> picture(@PathVariable String name) {
        var file = new ClassPathResource("handbook/pictures/" + name + ".png");
        if (!file.exists()) {
            throw Named.notFound();
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(file);
    }
}
