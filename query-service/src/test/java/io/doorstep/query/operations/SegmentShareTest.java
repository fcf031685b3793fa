package io.doorstep.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.testing.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 分段在节点间的分配。 */
class SegmentShareTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);

    @Test
    void a_node_that_joins_gets_its_part_and_what_it_leaves_goes_back_while_facts_go_on_being_read() {
        var url = Databases.postgresUrl();
        try (var one = ReadingSide.on(url, "doorstep.node=one")) {
            await().atMost(SECONDS).untilAsserted(() -> assertThat(owned(one)).isEqualTo(4));
            try (var two = ReadingSide.on(url, "doorstep.node=two")) {
                var began = Instant.now();
                var published = 0L;
                while (owned(one) != 2 || owned(two) != 2) {
                    published += publishAndWait(one, published);
                    assertThat(Duration.between(began, Instant.now())).isLessThan(SECONDS);
                }
                publishAndWait(one, published);
            }
            await().atMost(SECONDS).untilAsserted(() -> assertThat(owned(one)).isEqualTo(4));
            publishAndWait(one, 1_000);
        }
    }

    @Test
    void a_node_that_dies_without_a_word_is_replaced_when_its_claims_have_run_out() {
        var url = Databases.postgresUrl();
        try (var one = ReadingSide.on(url, "doorstep.node=one")) {
            await().atMost(SECONDS).untilAsserted(() -> assertThat(owned(one)).isEqualTo(4));
        }
        try (var one = ReadingSide.on(url, "doorstep.node=one", "doorstep.reading.claim-timeout=8s")) {
            one.processor().shutDown();
            one.jdbc().sql("""
                    insert into node (name, run, given, services, version, ahead_ms, started_at, seen_at)
                    values ('dead', 'x', true, 'query', '1', 0, current_timestamp, current_timestamp)
                    """).update();
            one.jdbc()
                    .sql("update token_entry set owner = 'dead', timestamp = ? where segment < 2")
                    .param(Instant.now().toString())
                    .update();
            one.processor().start();

            await().atMost(SECONDS).untilAsserted(() -> assertThat(owned(one)).isEqualTo(2));
            await().atMost(Duration.ofSeconds(45))
                    .untilAsserted(() -> assertThat(owned(one)).isEqualTo(4));
            publishAndWait(one, 0);
        }
    }

    /** Facts that were published while segments change hands are read within seconds. */
    private static long publishAndWait(ReadingSide node, long before) {
        var lives = LongStream.range(before, before + 10)
                .mapToObj(seed -> RandomLife.of("case" + seed, seed))
                .toList();
        lives.forEach(node::publish);
        var facts = node.bean(FactTable.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(unread(lives, facts)).isEmpty());
        return lives.size();
    }

    private static List<Life> unread(List<Life> lives, FactTable facts) {
        return lives.stream()
                .filter(life -> facts.count(life.caseId()) < life.facts().size())
                .toList();
    }

    private static int owned(ReadingSide node) {
        return node.processor().processingStatus().size();
    }
}
