package io.doorstep.events.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.store.FactSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 历史事实永远可读。 One golden file for every revision of a week's facts; one that exists is never written again. */
class GoldenWeekEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-weeks");
    private static final String WEEK = "3f0c6a52-9f54-3c0e-8f43-0c7f4e3f5a10";
    private static final Instant THEN = Instant.parse("2026-11-16T01:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Serializer serializer = FactSerializer.create();

    static Stream<WeekEvent> oneOfEach() {
        var stop = new PlannedStop(
                "7d3a6a52-9f54-3c0e-8f43-0c7f4e3f5a11",
                "9a1b6a52-9f54-3c0e-8f43-0c7f4e3f5a12",
                "cadre",
                MONDAY,
                1,
                "430525001001",
                "DOWN_VISIT",
                List.of("OVERDUE"),
                List.of("PINNED:0", "OWN_TOWNSHIP:2"),
                "dispatcher",
                List.of("LOAD_FULL"),
                "会后同去");
        return Stream.of(
                new WeekProclaimed(
                        WEEK,
                        THEN,
                        "430525",
                        "2026-11",
                        MONDAY,
                        List.of(MONDAY, MONDAY.plusDays(1)),
                        "national-1",
                        "换届"),
                new PlanPublished(WEEK, THEN, 3, List.of(stop), List.of("c2 LOAD_FULL:5")),
                new PlanChanged(WEEK, THEN, 4, List.of(stop), List.of("s2"), "领导临时有任务"),
                new StopMissed(WEEK, THEN, stop.stopId(), "WEATHER_OR_ROAD"),
                new WeekClosed(WEEK, THEN, 20, 18, 6, 5, 2));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void is_written_as_its_golden_file_says_and_read_again(WeekEvent fact) throws IOException {
        var json = serializer.serialize(fact, String.class).getData();
        var revision = fact.getClass().getAnnotation(Revision.class).value();
        var file = GOLDEN.resolve(fact.getClass().getSimpleName() + "." + revision + ".json");
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.writeString(file, json + "\n");
        }
        var golden = Files.readString(file).strip();

        assertThat(json).isEqualTo(golden);
        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                golden, String.class, fact.getClass().getName(), revision));
        assertThat(read).isEqualTo(fact);
    }

    @Test
    void every_fact_has_one() {
        assertThat(oneOfEach().map(fact -> (Object) fact.getClass()).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList((Object[]) WeekEvent.class.getPermittedSubclasses()));
    }
}
