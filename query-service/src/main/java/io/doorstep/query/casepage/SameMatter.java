package io.doorstep.query.casepage;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.LinkKind;
import io.doorstep.terms.ReviewStage;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 同一事项已终结。 Whether a case repeats one whose procedure is final, as far as the reader may know of that one; the command
 * side decides, this spares him a form that it would refuse.
 */
@Component
class SameMatter {

    private final Cases cases;
    private final Deadlines deadlines;
    private final Clock clock;

    SameMatter(Cases cases, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    boolean isFinal(CaseAsOf found, Actor reader) {
        return repeatsAFinalOne(found, reader, new HashSet<>());
    }

    private boolean repeatsAFinalOne(CaseAsOf found, Actor reader, Set<String> asked) {
        return found.links().stream()
                .filter(link -> link.link().equals(LinkKind.REPEAT_OF.name()) && asked.add(link.otherCaseId()))
                .flatMap(link -> cases.find(reader, link.otherCaseId(), Moment.present(clock.instant())).stream())
                .anyMatch(other -> isFinal(other) || repeatsAFinalOne(other, reader, asked));
    }

    private boolean isFinal(CaseAsOf state) {
        if (state.exit() != null || state.cycle().resolution() == null) {
            return false;
        }
        var appeals = new AppealSteps(state, deadlines, clock.instant());
        var reviews = appeals.againstThisOpinion().toList();
        if (reviews.stream().anyMatch(review -> review.decision() == null)) {
            return false;
        }
        return reviews.stream().anyMatch(review -> review.stage().equals(ReviewStage.RECHECK.name()))
                || (state.matter().kind().equals(CaseKind.PETITION.name()) && appeals.lapsed());
    }
}
