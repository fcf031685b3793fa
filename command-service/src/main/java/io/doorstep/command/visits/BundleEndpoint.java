package io.doorstep.command.visits;

import io.doorstep.command.web.Ask;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes in, at the desk, what a telephone could not send and gave out as a file. */
@RestController
class BundleEndpoint {

    private final Bundles bundles;

    BundleEndpoint(Bundles bundles) {
        this.bundles = bundles;
    }

    /**
     * 收取结果。 What became of each item, in the order of the file.
     *
     * @param problems a line for each that was not taken in: what, which, and the code of why
     */
    record Answer(List<Bundles.Taken> items, int arrived, int refused, List<String> problems) {

        static Answer of(List<Bundles.Taken> items) {
            var problems = items.stream()
                    .filter(one -> !one.state().equals(Bundles.ARRIVED))
                    .map(one -> one.kind() + " " + one.id() + ": " + one.state())
                    .toList();
            return new Answer(items, items.size() - problems.size(), problems.size(), problems);
        }
    }

    @PostMapping(path = "/api/visits/bundles", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer take(@RequestParam MultipartFile file, Ask ask) throws IOException {
        if (!ask.actor().is(Role.PETITION_OFFICER, Role.DISPATCHER, Role.SUPERVISOR)) {
            throw Named.roleMayNot();
        }
        if (file.isEmpty()) {
            throw new Malformed(FieldProblem.of("file", "BLANK"));
        }
        return Answer.of(bundles.take(file.getBytes(), ask));
    }
}
