package io.doorstep.query.problemlist;

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
class ProblemListPage {

    private static final String NAME = ProblemList.NAME;

    private final ProblemList problems;
    private final ListRequests requests;
    private final ListFiles files;

    ProblemListPage(ProblemList problems, ListRequests requests, ListFiles files) {
        this.problems = problems;
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/api/lists/problems")
    Paged<Problem> page(@RequestParam MultiValueMap<String, String> request) {
        var question = requests.page(request, NAME, ProblemList.SORTS, Set.of());
        return problems.page(SignedIn.now().actor(), question);
    }

    @GetMapping("/api/lists/problems.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.whole(request, NAME, ProblemList.SORTS, Set.of());
        var file = files.file(NAME, format, question.moment(), locale, response);
        problems.whole(SignedIn.now().actor(), question, lines -> file.send(ProblemColumns.ALL, lines));
    }
}
