package io.doorstep.query.closeoutlist;

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
class CloseOutListPage {

    private static final String NAME = CloseOutList.NAME;
    private static final String STATE = "state";

    private final CloseOutList closeOuts;
    private final ListRequests requests;
    private final ListFiles files;

    CloseOutListPage(CloseOutList closeOuts, ListRequests requests, ListFiles files) {
        this.closeOuts = closeOuts;
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/api/lists/closeouts")
    CloseOuts page(@RequestParam MultiValueMap<String, String> request) {
        var question = requests.page(request, NAME, CloseOutList.SORTS, Set.of(STATE));
        var states = ListRequests.constants(request, STATE, CloseOutState.class);
        return closeOuts.page(SignedIn.now().actor(), question, states);
    }

    @GetMapping("/api/lists/closeouts.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.whole(request, NAME, CloseOutList.SORTS, Set.of(STATE));
        var states = ListRequests.constants(request, STATE, CloseOutState.class);
        var file = files.file(NAME, format, question.moment(), locale, response);
        closeOuts.whole(SignedIn.now().actor(), question, states, lines -> file.send(CloseOutColumns.ALL, lines));
    }
}
