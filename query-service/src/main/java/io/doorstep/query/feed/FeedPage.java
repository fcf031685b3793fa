package io.doorstep.query.feed;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.FactFeed;
import io.doorstep.query.asof.FactFeed.Stretch;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The facts after a cursor, for programs; who waits for the next one holds no thread. */
@RestController
class FeedPage {

    private static final String BATCH = "application/cloudevents-batch+json; charset=utf-8";

    private final FactFeed feed;
    private final Cursors cursors;
    private final CloudEvents events;
    private final FeedWatch watch;
    private final Clock clock;

    FeedPage(FactFeed feed, Cursors cursors, CloudEvents events, FeedWatch watch, Clock clock) {
        this.feed = feed;
        this.cursors = cursors;
        this.events = events;
        this.watch = watch;
        this.clock = clock;
    }

    @GetMapping(path = "/api/feed", params = "!wait")
    ResponseEntity<String> next(@RequestParam MultiValueMap<String, String> request) {
        var question = FeedQuestion.read(request);
        return answer(look(SignedIn.now().actor(), position(question), question.most()), question);
    }

    @GetMapping(path = "/api/feed", params = "wait")
    DeferredResult<ResponseEntity<String>> nextOrWait(@RequestParam MultiValueMap<String, String> request) {
        var question = FeedQuestion.read(request);
        var reader = SignedIn.now().actor();
        var from = look(reader, position(question), question.most());
        return watch.until(
                reader.id(),
                from,
                question.seconds(),
                position -> look(reader, position, question.most()),
                found -> answer(found, question));
    }

    private Stretch look(Actor reader, long position, int most) {
        return feed.after(reader, position, most, clock.instant());
    }

    private long position(FeedQuestion question) {
        var after = question.after();
        if (after == null) {
            return -1;
        }
        return after.equals(FeedQuestion.LATEST) ? feed.head() : cursors.position(after);
    }

    private ResponseEntity<String> answer(Stretch found, FeedQuestion question) {
        var cursor = cursors.of(found.through());
        var next = "/api/feed?after=" + cursor + "&most=" + question.most()
                + (question.seconds() > 0 ? "&wait=" + question.seconds() : "");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, BATCH)
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .header("Feed-Cursor", cursor)
                .cacheControl(CacheControl.noStore())
                .body(events.batch(found.facts()));
    }
}
