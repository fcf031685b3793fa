package io.doorstep.query.since;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.FactsSince;
import io.doorstep.query.asof.FactsSince.Known;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.freeze.Freezable;
import io.doorstep.query.freeze.Moves;
import io.doorstep.query.freeze.Side;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 此后的变动。 Compares the answer of a list, of the figures or of a case for a moment of the past with the one of now. */
@RestController
class SincePage {

    private final Map<String, Freezable> lists;
    private final Moves moves;
    private final Cases cases;
    private final FactsSince facts;
    private final Clock clock;

    SincePage(List<Freezable> lists, Moves moves, Cases cases, JdbcClient jdbc, Clock clock) {
        this.lists = lists.stream().collect(Collectors.toMap(Freezable::name, Function.identity()));
        this.moves = moves;
        this.cases = cases;
        this.facts = new FactsSince(jdbc);
        this.clock = clock;
    }

    record Items(List<Known> items) {}

    /** Takes what the list takes; of the figures, {@code figure} says which, else all are compared. */
    @GetMapping("/api/since/{list:problems|assignments|closeouts|figures}")
    Since list(@PathVariable String list, @RequestParam MultiValueMap<String, String> request) {
        var asked = Optional.ofNullable(lists.get(list)).orElseThrow(Named::notFound);
        var viewer = SignedIn.now().actor();
        var now = clock.instant();
        var then = Moment.parse(request.getFirst("at"), request.getFirst("knownAt"), now);
        var today = new LinkedMultiValueMap<>(request);
        today.remove("at");
        today.remove("knownAt");
        var figure = list.equals("figures") ? request.getFirst("figure") : null;
        return Since.of(moves.between(
                sides(asked, viewer, request, figure), then, sides(asked, viewer, today, figure), Moment.present(now)));
    }

    /** The facts of a case that were not known then. */
    @GetMapping("/api/since/cases/{id}")
    Items ofCase(@PathVariable String id, @RequestParam MultiValueMap<String, String> request) {
        var now = clock.instant();
        var viewer = SignedIn.now().actor();
        var then = CaseRequest.read(request, now).moment();
        var present = cases.find(viewer, id, Moment.present(now)).orElseThrow(Named::notFound);
        return new Items(facts.of(List.of(present.caseId()), then, Moment.present(now))
                .getOrDefault(present.caseId(), List.of()));
    }

    private static Map<String, Side> sides(
            Freezable list, Actor viewer, MultiValueMap<String, String> asked, @Nullable String figure) {
        var sides = list.sides(viewer, asked);
        if (figure != null) {
            sides.values().removeIf(side -> !side.topic().equals(figure));
        }
        return sides;
    }
}
