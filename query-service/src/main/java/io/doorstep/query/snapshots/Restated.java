package io.doorstep.query.snapshots;

import io.doorstep.query.freeze.Frozen.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 更正内容。 What has to be said of a snapshot since: the published lines that are different, and the cases that make them so.
 *
 * @param reproducible whether asking again for that moment and that knowledge gives what was published; if not, the maker's rights or the
 *     program have changed, and lines that this concerns are not compared
 */
record Restated(boolean reproducible, List<Line> lines, List<Moved> cases) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Restated NOTHING = new Restated(true, List.of(), List.of());

    /**
     * 变了的一行。
     *
     * @param name what people know it by
     */
    record Line(String key, @Nullable String caseId, Words name, List<Cell> cells) {}

    /**
     * 变了的一格。
     *
     * @param published null of a line that was missing
     * @param corrected the same moment with what is known now; null of a line that should not have been there
     * @param today as things stand now; null where that takes nothing back
     */
    record Cell(
            Words column,
            @Nullable Words published,
            @Nullable Words corrected,
            @Nullable Words today) {}

    /**
     * 变了的一件。
     *
     * @param topic the list, or the figure
     * @param fact name of the fact that did it; null when no fact of its own did
     * @param sequence its position in the case
     * @param late whether it was so when the snapshot was made, and nobody had recorded it
     */
    record Moved(
            String topic,
            String caseId,
            String number,
            @Nullable String before,
            @Nullable String after,
            @Nullable String fact,
            @Nullable Long sequence,
            boolean late,
            @Nullable Instant occurredAt,
            @Nullable Instant recordedAt) {}

    /** Whether nothing new has to be said after another one; what has come forward since is no correction. */
    boolean saysNoMoreThan(Restated other) {
        return cases.equals(other.cases) && corrections().equals(other.corrections());
    }

    private List<Line> corrections() {
        return lines.stream()
                .map(line -> new Line(
                        line.key,
                        line.caseId,
                        line.name,
                        line.cells.stream()
                                .map(cell -> new Cell(cell.column, cell.published, cell.corrected, null))
                                .toList()))
                .toList();
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Restated read(byte[] bytes) {
        return JSON.readValue(bytes, Restated.class);
    }
}
