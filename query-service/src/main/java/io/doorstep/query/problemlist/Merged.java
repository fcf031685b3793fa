package io.doorstep.query.problemlist;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.terms.CaseStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 已并案。 Cases that somebody looks for by number or title and that went on as another: where they went. */
@Component
final class Merged {

    private static final int MOST = 5;

    private final Cases cases;
    private final CaseStates states;

    Merged(Cases cases, CaseStates states) {
        this.cases = cases;
        this.states = states;
    }

    record Trace(String number, String intoCaseId, String intoNumber, String intoTitle) {}

    /** @param words null when nobody looks for anything */
    List<Trace> named(Actor viewer, @Nullable String words, Moment moment) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        var rows = states.seenBy(viewer, moment, CaseFilter.ofWords(words))
                .and(Fragment.of("s.status = :merged", "merged", CaseStatus.MERGED.name()));
        return cases.whole(rows).stream()
                .flatMap(one -> trace(viewer, one, moment))
                .limit(MOST)
                .toList();
    }

    private Stream<Trace> trace(Actor viewer, CaseAsOf merged, Moment moment) {
        return Optional.ofNullable(merged.exit())
                .flatMap(exit -> Optional.ofNullable(exit.to()))
                .flatMap(into -> cases.find(viewer, into, moment))
                .map(into -> new Trace(
                        merged.number(),
                        into.caseId(),
                        into.number(),
                        into.matter().title()))
                .stream();
    }
}
