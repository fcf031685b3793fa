package io.doorstep.query.print;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.query.asof.Visit;
import io.doorstep.query.layout.Say;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 交接册。 What an officer leaves behind: every open case that he answers for, as it stood and as it was known at a moment.
 *
 * @param officer his account
 * @param lines the case that is due first stands first
 */
record Handover(String officer, Moment moment, List<Line> lines) {

    /**
     * 一件。 An open case.
     *
     * @param lead whether he answers for it as the leader, and not as the officer
     * @param next the clock that ends first; null when none runs
     * @param due its last day
     * @param duties all that has to be done by a day, that clock among it, in words
     * @param promises what was promised on visits and not done yet, in words
     */
    record Line(
            String caseId,
            String number,
            String title,
            String place,
            String status,
            boolean lead,
            @Nullable String next,
            @Nullable LocalDate due,
            List<String> duties,
            List<String> promises) {

        static Line of(CaseAsOf found, String officer, Say say) {
            var duties = RunningClock.owed(found);
            var first = duties.stream().min(Comparator.comparing(RunningClock::due));
            return new Line(
                    found.caseId(),
                    found.number(),
                    found.matter().title(),
                    String.valueOf(say.fullPlace(found.matter().place())),
                    String.valueOf(say.constant("CaseStatus", found.status().name())),
                    found.answering()
                            .filter(one -> !officer.equals(one.officer()))
                            .isPresent(),
                    first.map(one -> say.clock(one.name())).orElse(null),
                    first.map(RunningClock::due).orElse(null),
                    duties.stream()
                            .sorted(Comparator.comparing(RunningClock::due))
                            .map(one -> say.clock(one.name()) + " " + say.day(one.due()))
                            .toList(),
                    found.visits().stream()
                            .filter(visit -> visit.promises() && visit.followUp() == null)
                            .sorted(Comparator.comparing(Visit::commitmentBy))
                            .map(visit -> say.word(
                                    "handover.promise",
                                    String.valueOf(say.day(visit.commitmentBy())),
                                    String.valueOf(say.constant("VisitType", visit.type())),
                                    String.valueOf(say.day(visit.at())),
                                    say.officers(visit.officers())))
                            .toList());
        }

        String dutiesInWords(Say say) {
            return String.join(say.word("say.comma"), duties);
        }

        String promisesInWords(Say say) {
            return String.join(say.word("say.comma"), promises);
        }
    }
}
