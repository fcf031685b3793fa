package io.doorstep.query.snapshots;

import io.doorstep.query.asof.KnownByNow;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.freeze.Freezable;
import io.doorstep.query.freeze.Frozen;
import io.doorstep.query.freeze.Frozen.Words;
import io.doorstep.query.freeze.Move;
import io.doorstep.query.freeze.Moves;
import io.doorstep.query.freeze.Side;
import io.doorstep.query.snapshots.Restated.Cell;
import io.doorstep.query.snapshots.Restated.Line;
import io.doorstep.query.snapshots.Restated.Moved;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 求更正。 Asks a snapshot's question again: of its moment with what is known now, and where later things can take back what was said, of
 * today. What merely came forward since is no correction.
 */
@Component
final class Restating {

    private static final Set<String> STOOD = Set.of("NUMERATOR", "CLOSED_OUT");

    private final Moves moves;
    private final JdbcClient jdbc;
    private final Clock clock;

    Restating(Moves moves, JdbcClient jdbc, Clock clock) {
        this.moves = moves;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 三次提问。 One question about the moment as it was known, as it is known, and about today. */
    private record Answers(
            Frozen then, Frozen corrected, @Nullable Frozen today) {}

    /** The moment up to which something is known that a restatement made now rests on. */
    Instant knownNow() {
        return Objects.requireNonNull(
                KnownByNow.pin(Moment.present(clock.instant()), jdbc).knownAt());
    }

    Restated of(Snapshot snapshot, Frozen published, Freezable list, Instant knownNow) {
        var now = clock.instant();
        var maker = snapshot.maker();
        var question = SnapshotQuestion.read(snapshot.question());
        var then = question.of(snapshot.at(), snapshot.knownAt());
        var corrected = question.of(snapshot.at(), knownNow);
        var sides = list.sides(maker, corrected);
        var moved = new ArrayList<>(moves.between(
                list.sides(maker, then),
                Moment.of(snapshot.at(), snapshot.knownAt(), now),
                sides,
                Moment.of(snapshot.at(), knownNow, now)));
        Frozen today = null;
        if (list.canBeTakenBack()) {
            var asked = question.upTo(snapshot.at()).of(now, knownNow);
            today = list.freeze(maker, asked);
            moves
                    .between(
                            sides,
                            Moment.of(snapshot.at(), knownNow, now),
                            list.sides(maker, asked),
                            Moment.of(now, knownNow, now))
                    .stream()
                    .filter(move -> move.before() != null && STOOD.contains(move.before()))
                    .forEach(moved::add);
        }
        var answers = new Answers(list.freeze(maker, then), list.freeze(maker, corrected), today);
        return new Restated(answers.then.equals(published), lines(answers, takenBack(moved)), cases(moved));
    }

    /** Keys of lines that stood and do not any more; of figures, those of the figure. */
    private static Set<String> takenBack(List<Move> moved) {
        return moved.stream()
                .map(Move::side)
                .flatMap(side -> Stream.of(side.key(), side.topic()))
                .collect(Collectors.toSet());
    }

    private static List<Line> lines(Answers answers, Set<String> takenBack) {
        var then = answers.then.byKey();
        var corrected = answers.corrected.byKey();
        Map<String, Frozen.Line> today = answers.today == null ? Map.of() : answers.today.byKey();
        var keys = new TreeSet<>(then.keySet());
        keys.addAll(corrected.keySet());
        var lines = new ArrayList<Line>();
        for (var key : keys) {
            var back = takenBack.contains(key) || takenBack.contains(key.substring(key.lastIndexOf('/') + 1));
            var line = line(
                    key, answers.corrected.columns(), then.get(key), corrected.get(key), back ? today.get(key) : null);
            if (!line.cells().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Line line(
            String key,
            List<Words> columns,
            Frozen.@Nullable Line then,
            Frozen.@Nullable Line corrected,
            Frozen.@Nullable Line today) {
        var any = Objects.requireNonNull(corrected == null ? then : corrected);
        var cells = new ArrayList<Cell>();
        for (var column = 0; column < columns.size(); column++) {
            var cell = new Cell(columns.get(column), at(then, column), at(corrected, column), at(today, column));
            var changed = !Objects.equals(cell.published(), cell.corrected());
            var since = cell.today() != null && !cell.today().equals(cell.corrected());
            if (changed || since) {
                cells.add(cell);
            }
        }
        var name = any.caseId() == null && columns.size() > 1
                ? new Words(
                        any.cells().get(0).zh() + " · " + any.cells().get(1).zh(),
                        any.cells().get(0).en() + " · " + any.cells().get(1).en())
                : any.cells().get(0);
        return new Line(key, any.caseId(), name, cells);
    }

    private static @Nullable Words at(Frozen.@Nullable Line line, int column) {
        return line == null ? null : line.cells().get(column);
    }

    /** One entry for each thing that moved, the latest of two that concern the same. */
    private static List<Moved> cases(List<Move> moved) {
        var told = new HashMap<String, Moved>();
        for (var move : moved) {
            Side side = move.side();
            var why = move.why();
            told.put(
                    side.topic() + side.key(),
                    new Moved(
                            side.topic(),
                            side.caseId(),
                            side.number(),
                            move.before(),
                            move.after(),
                            why == null ? null : why.type(),
                            why == null ? null : why.sequence(),
                            move.late(),
                            why == null ? null : why.occurredAt(),
                            why == null ? null : why.recordedAt()));
        }
        return told.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
