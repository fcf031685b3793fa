package io.doorstep.query.statistics;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * 口径如前。 What the shipped definitions count of random lives is, to the case, what the code counted before definitions were
 * data; the file was written by that code.
 */
class GoldenFiguresTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/figures-2026-2.txt");
    private static final int[][] WINDOWS = {{-1, -1, 200}, {0, 30, 200}, {10, 40, 40}, {60, 90, 160}, {3, 9, 12}};

    @Test
    void random_lives_count_as_they_did() throws IOException {
        var lines = new ArrayList<String>();
        for (var at : WINDOWS) {
            var window = new Window(moment(at[0]), moment(at[1]), day(at[2]), Reading.deadlines());
            for (var figure : Figure.values()) {
                var tally = new Tally();
                lives().forEach(life -> CaseFold.of(life.facts(), day(at[2]))
                        .ifPresent(state -> figure.of(state, window).forEach(tally::add)));
                lines.add(String.join(
                        " ",
                        at[0] + ".." + at[1] + "@" + at[2],
                        figure.key(),
                        String.valueOf(tally.numerator()),
                        String.valueOf(tally.denominator()),
                        tally.excluded().toString()));
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static java.time.@Nullable Instant moment(int day) {
        return day < 0 ? null : day(day);
    }

    private static List<Life> lives() {
        return IntStream.range(0, 600)
                .mapToObj(n -> more(RandomLife.of("case" + n, 90_000 + n), n))
                .toList();
    }

    /** What random lives lack: other exits, links, ratings of both targets. */
    private static Life more(Life life, int seed) {
        var random = new Random(seed);
        var id = life.caseId();
        var when = 30 + random.nextInt(20);
        return switch (random.nextInt(8)) {
            case 0 -> life.on(when, new CaseDiverted(id, day(when), "COURT", "法院", null));
            case 1 -> life.on(when, new CaseMerged(id, day(when), "other", Life.WORDS));
            case 2 -> life.on(when, new CaseLinked(id, day(when), "other", "REPEAT_OF", null));
            case 3 -> life.on(when, new SatisfactionRated(id, day(when), "HANDLING_UNIT", "SATISFIED", null));
            case 4 -> life.on(when, new SatisfactionRated(id, day(when), "PETITION_BUREAU", "DISSATISFIED", null));
            default -> life;
        };
    }
}
