package io.doorstep.query.visits;

import io.doorstep.identity.SignedIn;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChoicesPage {

    private static final int LONGEST = 100;

    private final Choices choices;

    ChoicesPage(Choices choices) {
        this.choices = choices;
    }

    record Answer(List<Choices.Choice> items) {}

    @GetMapping("/api/visits/choices")
    Answer choices(@RequestParam(defaultValue = "") String q) {
        if (q.length() > LONGEST) {
            throw new Malformed(FieldProblem.of("q", "TOO_LONG", LONGEST));
        }
        return new Answer(choices.of(SignedIn.now().actor(), q));
    }
}
