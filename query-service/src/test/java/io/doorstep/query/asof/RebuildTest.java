package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.identity.Actor;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 从事实到读模型，从头再来。 */
class RebuildTest {

    private static final Actor ANYBODY = Actor.of("somebody", null, Role.SUPERVISOR);

    private final List<Life> lives = LongStream.range(0, 20)
            .mapToObj(seed -> RandomLife.of("case" + seed, seed))
            .toList();

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void facts_arrive_through_the_processors_and_again_after_a_reset_and_after_the_schema_was_dropped(String url) {
        try (var node = ReadingSide.on(url, "doorstep.node=one")) {
            lives.forEach(node::publish);
            eventuallyAllThere(node);

            var processor = node.processor();
            processor.shutDown();
            processor.resetTokens();
            assertThat(node.bean(FactTable.class).count("case1")).isZero();
            processor.start();
            eventuallyAllThere(node);

            assertThat(node.bean(VersionGate.class)).satisfies(gate -> gate.await("case1", 1L));
        }
        try (var node = ReadingSide.on(url, "doorstep.node=two")) {
            eventuallyAllThere(node);
            node.processor().shutDown();
            node.jdbc().sql("drop schema reading_a cascade").update();
        }
        try (var node = ReadingSide.on(url, "doorstep.node=three")) {
            eventuallyAllThere(node);
        }
    }

    private void eventuallyAllThere(ReadingSide node) {
        var cases = node.bean(Cases.class);
        var now = Moment.present(Life.day(365));
        await().atMost(Duration.ofSeconds(60))
                // until all are read, nobody is shown any
                .ignoreException(Named.class)
                .untilAsserted(() -> assertThat(lives)
                        .allSatisfy(life -> assertThat(cases.find(ANYBODY, life.caseId(), now))
                                .isEqualTo(CaseFold.of(life.facts()))));
    }
}
