package io.doorstep.query.supervision;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.ListFiles;
import io.doorstep.query.layout.ListRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerPage {

    private static final String NAME = Ledger.NAME;
    private static final String STATE = "state";

    private final Ledger ledger;
    private final ListRequests requests;
    private final ListFiles files;

    LedgerPage(Ledger ledger, ListRequests requests, ListFiles files) {
        this.ledger = ledger;
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/api/supervision")
    Orders page(@RequestParam MultiValueMap<String, String> request) {
        var question = requests.page(request, NAME, Ledger.SORTS, Set.of(STATE));
        var states = ListRequests.constants(request, STATE, OrderState.class);
        return ledger.page(SignedIn.now().actor(), question, states);
    }

    @GetMapping("/api/supervision.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.whole(request, NAME, Ledger.SORTS, Set.of(STATE));
        var states = ListRequests.constants(request, STATE, OrderState.class);
        var file = files.file(NAME, format, question.moment(), locale, response);
        ledger.whole(SignedIn.now().actor(), question, states, lines -> file.send(OrderColumns.ALL, lines));
    }
}
