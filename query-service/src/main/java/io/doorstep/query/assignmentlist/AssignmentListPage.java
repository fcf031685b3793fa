package io.doorstep.query.assignmentlist;

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
class AssignmentListPage {

    private static final String NAME = AssignmentList.NAME;

    private final AssignmentList assignments;
    private final ListRequests requests;
    private final ListFiles files;

    AssignmentListPage(AssignmentList assignments, ListRequests requests, ListFiles files) {
        this.assignments = assignments;
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/api/lists/assignments")
    Paged<AssignmentLine> page(@RequestParam MultiValueMap<String, String> request) {
        var question = requests.page(request, NAME, AssignmentList.SORTS, Set.of());
        return assignments.page(SignedIn.now().actor(), question);
    }

    @GetMapping("/api/lists/assignments.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.whole(request, NAME, AssignmentList.SORTS, Set.of());
        var file = files.file(NAME, format, question.moment(), locale, response);
        assignments.whole(SignedIn.now().actor(), question, lines -> file.send(AssignmentColumns.ALL, lines));
    }
}
