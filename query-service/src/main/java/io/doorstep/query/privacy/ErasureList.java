package io.doorstep.query.privacy;

import io.doorstep.erasure.Erasure;
import io.doorstep.erasure.Erasures;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 删除请求清单。 The requests as somebody may see them: of a case that he may not know of, he hears nothing here either. */
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
        return erasures.open().stream()
                .flatMap(one -> line(reader, one).stream())
                .toList();
    }

    List<ErasureLine> decided(Actor reader) {
        return erasures.decided(MOST).stream()
                .flatMap(one -> line(reader, one).stream())
                .toList();
    }

    private Optional<ErasureLine> line(Actor reader, Erasure erasure) {
        return cases.find(reader, erasure.caseId(), Moment.present(clock.instant()))
                .map(found -> new ErasureLine(
                        erasure.erasureId(),
                        found.caseId(),
                        found.number(),
                        found.matter().title(),
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
                        erasure.whyNotBy(reader)));
    }
}
