package io.doorstep.query.closeoutlist;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.ListRequests;
import io.doorstep.query.layout.ListScreens;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.io.IOException;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class CloseOutListScreen {

    private static final String NAME = "closeouts";
    private static final String STATE = "state";

    private final CloseOutList closeOuts;
    private final ListScreens screens;

    CloseOutListScreen(CloseOutList closeOuts, ListScreens screens) {
        this.closeOuts = closeOuts;
        this.screens = screens;
    }

    @GetMapping("/lists/closeouts")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) String part,
            Model model) {
        var question = screens.page(request, NAME, CloseOutList.SORTS, Set.of(STATE), model);
        var states = ListRequests.constants(screens.asked(request), STATE, CloseOutState.class);
        var found = closeOuts.page(SignedIn.now().actor(), question, states);
        model.addAttribute("page", found.page());
        model.addAttribute("totals", found.totals());
        model.addAttribute("states", Say.names(CloseOutState.class));
        return ListScreens.view("closeoutlist/closeouts", part);
    }

    @GetMapping("/lists/closeouts/total")
    String total(@RequestParam MultiValueMap<String, String> request, Model model) {
        var question = screens.total(request, NAME, CloseOutList.SORTS, Set.of(STATE));
        var states = ListRequests.constants(screens.asked(request), STATE, CloseOutState.class);
        model.addAttribute(
                "total",
                closeOuts.page(SignedIn.now().actor(), question, states).page().total());
        return "lists :: total";
    }

    @GetMapping("/lists/closeouts/print")
    String print(@RequestParam MultiValueMap<String, String> request, Model model) throws IOException {
        var question = screens.whole(request, NAME, CloseOutList.SORTS, Set.of(STATE), model);
        var states = ListRequests.constants(screens.asked(request), STATE, CloseOutState.class);
        closeOuts.whole(SignedIn.now().actor(), question, states, lines -> ListScreens.onPaper(lines, model));
        return "closeoutlist/print";
    }
}
