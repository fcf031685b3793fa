package io.doorstep.query.live;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.web.Named;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of versions, nothing else: what changed, the page asks for itself, as whoever reads it. */
@RestController
class LivePage {

    private final Cases cases;
    private final Watch watch;
    private final Clock clock;

    LivePage(Cases cases, Watch watch, Clock clock) {
        this.cases = cases;
        this.watch = watch;
        this.clock = clock;
    }

    @GetMapping(path = "/live/cases/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@PathVariable String id) {
        var found = cases.find(SignedIn.now().actor(), id, Moment.present(clock.instant()))
                .orElseThrow(Named::notFound);
        return watch.on(found.caseId());
    }
}
