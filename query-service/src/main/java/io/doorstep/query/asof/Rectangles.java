package io.doorstep.query.asof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * 双时展开。 Spreads a case over legal and recorded time: its rectangles say for every (t, k) what the facts known at k say
 * about t (docs/decisions/0011).
 */
public final class Rectangles {

    private Rectangles() {}

    /** The rectangles of all these facts of a case, which stand in the order of their recording. */
    public static List<Rectangle> of(List<RecordedFact> recorded) {
        return spread(changes(recorded));
    }

    /** What each of these facts of a case changed, in the order of their recording. */
    static List<Change> changes(List<RecordedFact> recorded) {
        return IntStream.range(0, recorded.size())
                .mapToObj(i -> change(recorded.subList(0, i), recorded.get(i)))
                .toList();
    }

    /** What is left of some changes, one upon the other. */
    static List<Rectangle> spread(List<Change> changes) {
        var rectangles = new ArrayList<Rectangle>();
        for (var change : changes) {
            var gone = rectangles.stream().filter(change::ends).toList();
            rectangles.removeAll(gone);
            gone.stream()
                    .filter(one -> one.recordedFrom().isBefore(change.recordedAt()))
                    .map(one -> one.endedAt(change.recordedAt()))
                    .forEach(rectangles::add);
            rectangles.addAll(change.added());
        }
        return rectangles;
    }

    /**
     * What one more fact changes. It speaks for every moment from its own on, so everything known about them ends, and
     * the span in the middle of which it fell is cut short.
     *
     * @param before all earlier facts of the case in the order of their recording
     */
    public static Change change(List<RecordedFact> before, RecordedFact next) {
        if (next.sequence() != before.size()) {
            throw new IllegalStateException("fact " + next.sequence() + " came after " + before.size() + " facts");
        }
        // two nodes' clocks may differ; what was recorded later was never known earlier
        var recordedAt =
                before.stream().map(RecordedFact::recordedAt).reduce(next.recordedAt(), (a, b) -> a.isAfter(b) ? a : b);
        var from = next.occurredAt();
        var moments = new TreeSet<Instant>();
        before.forEach(fact -> moments.add(fact.occurredAt()));
        var added = new ArrayList<Rectangle>();
        var cut = moments.floor(from);
        if (cut != null && cut.isBefore(from)) {
            CaseFold.of(before, cut)
                    .map(state -> new Rectangle(cut, from, recordedAt, Rectangle.FOREVER, state))
                    .ifPresent(added::add);
        }
        var all = new ArrayList<>(before);
        all.add(next);
        moments.add(from);
        for (var moment : moments.tailSet(from)) {
            var to = moments.higher(moment);
            CaseFold.of(all, moment)
                    .map(state -> new Rectangle(
                            moment, to == null ? Rectangle.FOREVER : to, recordedAt, Rectangle.FOREVER, state))
                    .ifPresent(added::add);
        }
        var atOnce = before.stream().anyMatch(fact -> !fact.recordedAt().isBefore(recordedAt));
        return new Change(from, recordedAt, atOnce, added);
    }

    /**
     * 变动。 What a fact does to what was known: all that reached beyond {@code from} ends at {@code recordedAt}.
     *
     * @param atOnce whether an earlier fact was recorded at that very moment, so that what it said was known for no time at all
     * @param added what is known instead from now on
     */
    public record Change(Instant from, Instant recordedAt, boolean atOnce, List<Rectangle> added) {

        /** How the case stands when all is known and over; empty when the fact says nothing about that. */
        Optional<CaseAsOf> forever() {
            return added.stream()
                    .filter(one -> one.occurredTo().equals(Rectangle.FOREVER))
                    .map(Rectangle::state)
                    .findFirst();
        }

        boolean ends(Rectangle known) {
            return known.recordedTo().equals(Rectangle.FOREVER)
                    && known.occurredTo().isAfter(from);
        }
    }
}
