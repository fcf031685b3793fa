package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseCode;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 按走访码找案件。 Finds the cases that a sheet of paper speaks of, as far as the reader may know of them. */
@Component
class OnPaper {

    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{4}-\\w{1,12}");

    private final Cases cases;
    private final CaseStates states;
    private final Clock clock;

    OnPaper(Cases cases, CaseStates states, Clock clock) {
        this.cases = cases;
        this.states = states;
        this.clock = clock;
    }

    /** @param code null when its number is of a make that has none */
    record Known(
            String caseId,
            String number,
            String title,
            String place,
            @Nullable String code) {

        static Known of(CaseAsOf found) {
            return new Known(
                    found.caseId(),
                    found.number(),
                    found.matter().title(),
                    found.matter().place(),
                    CaseCode.of(found.number()).map(CaseCode::text).orElse(null));
        }
    }

    /** The cases of a code or of a whole number, one per county; none when it was mistyped or is not for the reader. */
    List<Known> called(Actor reader, String typed) {
        var words = typed.strip();
        var code = CaseCode.read(words);
        if (code.isEmpty() && !NUMBER.matcher(words).matches()) {
            return List.of();
        }
        var like = CaseFilter.ofWords(words);
        return cases.whole(states.seenBy(reader, Moment.present(clock.instant()), like)).stream()
                .filter(one -> one.number().equalsIgnoreCase(words)
                        || (code.isPresent() && code.equals(CaseCode.of(one.number()))))
                .map(Known::of)
                .toList();
    }

    /** The cases of these ids, in their order. */
    List<Known> these(Actor reader, List<String> ids) {
        var now = Moment.present(clock.instant());
        return ids.stream()
                .distinct()
                .map(id -> cases.find(reader, id, now).orElseThrow(Named::notFound))
                .map(Known::of)
                .toList();
    }
}
