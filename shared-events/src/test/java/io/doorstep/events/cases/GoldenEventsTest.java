package io.doorstep.events.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.upcasting.EventUpcasters;
import io.doorstep.store.FactSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 历史事实永远可读。 What stands in the event store stays readable: one golden file for every revision ever written.
 *
 * <p>The file of a new fact is written by {@code -Dgolden.write=true}; one that exists is never written again.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Serializer serializer = FactSerializer.create();

    @ParameterizedTest
    @MethodSource("io.doorstep.events.cases.CaseStories#oneOfEach")
    void is_written_as_its_golden_file_says(CaseEvent fact) throws IOException {
        var json = serializer.serialize(fact, String.class).getData();
        var file = goldenFile(fact);
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.writeString(file, json + "\n");
        }

        assertThat(json).isEqualTo(Files.readString(file).strip());
    }

    @ParameterizedTest
    @MethodSource("everyGoldenFile")
    void is_still_read_through_the_upcasters(Path file) throws IOException {
        var name = file.getFileName().toString().split("\\.", -1);
        var entry = new GenericDomainEventEntry<>(
                "Case",
                CaseStories.CASE,
                0,
                "fact-1",
                "2026-03-02T01:00:00Z",
                CaseEvent.class.getPackageName() + "." + name[0],
                name[1],
                Files.readString(file).strip(),
                "{}");

        var today = EventUpcasters.inOrder()
                .upcast(Stream.<IntermediateEventRepresentation>of(new InitialEventRepresentation(entry, serializer)))
                .map(IntermediateEventRepresentation::getData)
                .<Object>map(serializer::deserialize)
                .toList();

        assertThat(today).hasSize(1).hasOnlyElementsOfType(CaseEvent.class);
        assertThat(today).allSatisfy(GoldenEventsTest::leavesNothingUnsaid);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.events.cases.CaseStories#oneOfEach")
    void is_read_as_it_was_written(CaseEvent fact) {
        var written = serializer.serialize(fact, byte[].class);

        Object read = serializer.deserialize(written);

        assertThat(read).isEqualTo(fact);
    }

    @Test
    void no_fact_goes_without_a_story_a_revision_and_a_golden_file_of_each_revision() {
        var told = CaseStories.oneOfEach().map(Object::getClass).collect(Collectors.toSet());

        assertThat(told).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
        assertThat(CaseEvent.class.getPermittedSubclasses()).allSatisfy(sort -> {
            assertThat(sort).hasAnnotation(Revision.class);
            for (var revision = 1; revision <= revisionOf(sort); revision++) {
                assertThat(GOLDEN.resolve(sort.getSimpleName() + "." + revision + ".json"))
                        .exists();
            }
        });
    }

    /** A component that an old revision did not know must be filled by an upcaster, or be declared {@code @Nullable}. */
    private static void leavesNothingUnsaid(Object fact) {
        for (var component : fact.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThat(fact)
                        .extracting(component.getName())
                        .as(component.getName())
                        .isNotNull();
            }
        }
    }

    static Stream<Path> everyGoldenFile() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    private static Path goldenFile(CaseEvent fact) {
        return GOLDEN.resolve(fact.getClass().getSimpleName() + "." + revisionOf(fact.getClass()) + ".json");
    }

    private static int revisionOf(Class<?> sort) {
        return Integer.parseInt(sort.getAnnotationsByType(Revision.class)[0].value());
    }
}
