package io.doorstep.query.report;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 疑似重复接口。 The pairs that wait for a person's decision, for those who may decide. */
@RestController
class RepeatsPage {

    static final int MOST = 50;

    private final RepeatCandidates candidates;

    RepeatsPage(RepeatCandidates candidates) {
        this.candidates = candidates;
    }

    record Repeats(List<RepeatPair> items) {}

    @GetMapping("/api/repeats")
    Repeats repeats() {
        return new Repeats(candidates.all(onlyWhoDecides(), MOST));
    }

    /** Who may link cases. */
    static Actor onlyWhoDecides() {
        var reader = SignedIn.now().actor();
        if (!reader.is(Role.PETITION_OFFICER, Role.DISPATCHER)) {
            throw Named.roleMayNot();
        }
        return reader;
    }
}
