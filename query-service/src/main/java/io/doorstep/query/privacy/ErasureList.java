package io.doorstep.query.privacy;

import io.doorstep.erasure.Erasure;
import io.doorstep.erasure.Erasures;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** 删除请求清单。 The requests as somebody may see them: what is sealed from him stays so here, too. */
@Component
class ErasureList {

    private static final int MOST = 200;

    private final Erasures erasures;
    private final Cases cases;
    private final Clock clock;

    ErasureList(Erasures erasures, Cases cases, Clock clock) {
        this.erasures = erasures;
        this.cases = cases;
        this.clock = clock;
    }

    List<ErasureLine> open(Actor reader) {
        return erasures.open().stream().map(one -> line(reader, one)).toList();
    }

    List<ErasureLine> decided(Actor reader) {
        return erasures.decided(MOST).stream().map(one -> line(reader, one)).toList();
    }

    private ErasureLine line(Actor reader, Erasure erasure) {
        var found = cases.find(reader, erasure.caseId(), Moment.present(clock.instant()));
        return new ErasureLine(
                erasure.erasureId(),
                found.map(CaseAsOf::caseId).orElse(null),
                found.map(CaseAsOf::number).orElse(null),
                found.map(one -> one.matter().title()).orElse(null),
                erasure.petitioner(),
                (int) erasure.subjects().stream()
                        .map(Erasure.Subject::caseId)
                        .distinct()
                        .count(),
                erasure.ground().name(),
                erasure.state(),
                erasure.requestedBy(),
                erasure.requestedAt(),
                erasure.steps(),
                erasure.whyNotBy(reader));
    }
}
