package io.doorstep.query.supervision;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.ListFiles;
import io.doorstep.query.layout.ListRequests;
import io.doorstep.query.layout.Paged;
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
class ReturnsPage {

    private static final String NAME = Returns.NAME;

    private final Returns returns;
    private final ListRequests requests;
    private final ListFiles files;

    ReturnsPage(Returns returns, ListRequests requests, ListFiles files) {
        this.returns = returns;
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/api/supervision/returns")
    Paged<PassedOn> page(@RequestParam MultiValueMap<String, String> request) {
        var question = requests.page(request, NAME, Returns.SORTS, Set.of());
        return returns.page(SignedIn.now().actor(), question);
    }

    @GetMapping("/api/supervision/returns.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.whole(request, NAME, Returns.SORTS, Set.of());
        var file = files.file(NAME, format, question.moment(), locale, response);
        returns.whole(SignedIn.now().actor(), question, lines -> file.send(ReturnColumns.ALL, lines));
    }
}
