package io.doorstep.query.completeness;

import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 核对页。 Runs the completeness check and shows what it found, by case id and without any content. */
@RestController
class CompletenessPage {

    private final CompletenessCheck check;

    CompletenessPage(CompletenessCheck check) {
        this.check = check;
    }

    @GetMapping("/api/completeness")
    Completeness run() {
        mayOr403();
        return check.run();
    }

    /** The rows of the reading side of this node; no fact is touched. */
    @PostMapping("/api/completeness/healing")
    Completeness heal() {
        mayOr403();
        return check.heal();
    }

    private static void mayOr403() {
        if (!SignedIn.now().actor().is(Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }
}
