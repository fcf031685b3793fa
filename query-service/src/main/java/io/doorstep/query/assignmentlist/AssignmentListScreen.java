package io.doorstep.query.assignmentlist;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.ListScreens;
import io.doorstep.query.layout.Screen;
import java.io.IOException;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class AssignmentListScreen {

    private static final String NAME = "assignments";

    private final AssignmentList assignments;
    private final ListScreens screens;

    AssignmentListScreen(AssignmentList assignments, ListScreens screens) {
        this.assignments = assignments;
        this.screens = screens;
    }

    @GetMapping("/lists/assignments")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) String part,
            Model model) {
        var question = screens.page(request, NAME, AssignmentList.SORTS, Set.of(), model);
        model.addAttribute("page", assignments.page(SignedIn.now().actor(), question));
        return ListScreens.view("assignmentlist/assignments", part);
    }

    @GetMapping("/lists/assignments/total")
    String total(@RequestParam MultiValueMap<String, String> request, Model model) {
        var question = screens.total(request, NAME, AssignmentList.SORTS, Set.of());
        model.addAttribute(
                "total", assignments.page(SignedIn.now().actor(), question).total());
        return "lists :: total";
    }

    @GetMapping("/lists/assignments/print")
    String print(@RequestParam MultiValueMap<String, String> request, Model model) throws IOException {
        var question = screens.whole(request, NAME, AssignmentList.SORTS, Set.of(), model);
        assignments.whole(SignedIn.now().actor(), question, lines -> ListScreens.onPaper(lines, model));
        return "assignmentlist/print";
    }
}
