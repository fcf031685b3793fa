package io.doorstep.query.supervision;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.ListRequests;
import io.doorstep.query.layout.ListScreens;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class LedgerScreen {

    private static final String STATE = "state";

    private final Ledger ledger;
    private final Returns returns;
    private final ListScreens screens;

    LedgerScreen(Ledger ledger, Returns returns, ListScreens screens) {
        this.ledger = ledger;
        this.returns = returns;
        this.screens = screens;
    }

    @GetMapping("/supervision")
    String orders(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        var question = screens.page(request, "/supervision", Ledger.NAME, Ledger.SORTS, Set.of(STATE), model);
        var states = ListRequests.constants(screens.asked(request), STATE, OrderState.class);
        var found = ledger.page(SignedIn.now().actor(), question, states);
        model.addAttribute("page", found.page());
        model.addAttribute("counts", found.states());
        model.addAttribute("states", Say.names(OrderState.class));
        model.addAttribute("stateType", OrderState.class.getSimpleName());
        return ListScreens.view("supervision/orders", part);
    }

    @GetMapping("/supervision/returns")
    String returns(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        var question = screens.page(request, "/supervision/returns", Returns.NAME, Returns.SORTS, Set.of(), model);
        model.addAttribute("page", returns.page(SignedIn.now().actor(), question));
        return ListScreens.view("supervision/returns", part);
    }
}
