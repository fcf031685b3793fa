package io.doorstep.query.operations;

import io.doorstep.query.layout.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page on which an administrator sees how the product is doing, and the same for programs. */
@Screen
class OperationsPage {

    private final Watch watch;

    OperationsPage(Watch watch) {
        this.watch = watch;
    }

    @GetMapping("/api/operations")
    @ResponseBody
    Operations state() {
        Watch.administratorOr403();
        return watch.now();
    }

    @GetMapping("/operations")
    String page(@RequestHeader(name = "HX-Target", required = false) @Nullable String part, Model model) {
        Watch.administratorOr403();
        model.addAttribute("now", watch.now());
        return "state".equals(part) ? "operations/operations :: state" : "operations/operations";
    }
}
