package io.doorstep.query.print;

import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.CaseCode;
import io.doorstep.query.asof.RunningClock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 背包走访单。 One case for the rucksack: what has to be known at the door, and room to write.
 *
 * @param code what finds the case when it is typed in afterwards; null when its number is of another make
 * @param due the last day that comes first, and what for; null when nothing runs
 * @param addresses where the petitioners live; empty unless they were asked for
 * @param before the last visits, the latest first
 */
record VisitSheet(
        Cover cover, @Nullable String code, @Nullable String due, List<String> addresses, List<String> before) {

    private static final int LATEST = 3;

    /** @param named whether names and addresses are to stand on the paper */
    static VisitSheet of(Dossier dossier, boolean named) {
        var found = dossier.found();
        var say = dossier.say();
        return new VisitSheet(
                Cover.of(dossier),
                CaseCode.of(found.number()).map(CaseCode::text).orElse(null),
                RunningClock.all(found).stream()
                        .min(Comparator.comparing(RunningClock::due))
                        .map(one -> say.clock(one.name()) + " " + say.day(one.due()))
                        .orElse(null),
                named ? addresses(dossier) : List.of(),
                found.visits().stream()
                        .sorted((one, other) -> other.at().compareTo(one.at()))
                        .limit(LATEST)
                        .map(visit -> String.join(
                                " ",
                                String.valueOf(say.day(visit.at())),
                                String.valueOf(say.constant("VisitType", visit.type())),
                                say.officers(visit.officers()),
                                String.valueOf(say.constant("VisitOutcome", visit.outcome())),
                                visit.commitmentBy() == null ? "" : String.valueOf(say.day(visit.commitmentBy()))))
                        .toList());
    }

    private static List<String> addresses(Dossier dossier) {
        return dossier.found().matter().petitioners().stream()
                .map(dossier.opening()::petitioner)
                .map(Opening.Masked::address)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
