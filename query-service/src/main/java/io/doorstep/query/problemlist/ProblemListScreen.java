package io.doorstep.query.problemlist;

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
class ProblemListScreen {

    private static final String NAME = "problems";

    private final ProblemList problems;
    private final Merged merged;
    private final ListScreens screens;

    ProblemListScreen(ProblemList problems, Merged merged, ListScreens screens) {
        this.problems = problems;
        this.merged = merged;
        this.screens = screens;
    }

    @GetMapping("/lists/problems")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) String part,
            Model model) {
        var question = screens.page(request, NAME, ProblemList.SORTS, Set.of(), model);
        var reader = SignedIn.now().actor();
        model.addAttribute("page", problems.page(reader, question));
        model.addAttribute("merged", merged.named(reader, question.filter().q(), question.moment()));
        return ListScreens.view("problemlist/problems", part);
    }

    @GetMapping("/lists/problems/total")
    String total(@RequestParam MultiValueMap<String, String> request, Model model) {
        var question = screens.total(request, NAME, ProblemList.SORTS, Set.of());
        model.addAttribute(
                "total", problems.page(SignedIn.now().actor(), question).total());
        return "lists :: total";
    }

    @GetMapping("/lists/problems/print")
    String print(@RequestParam MultiValueMap<String, String> request, Model model) throws IOException {
        var question = screens.whole(request, NAME, ProblemList.SORTS, Set.of(), model);
        problems.whole(SignedIn.now().actor(), question, lines -> ListScreens.onPaper(lines, model));
        return "problemlist/print";
    }
}
