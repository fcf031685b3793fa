package io.doorstep.proof.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.MerkleProofs;
import io.doorstep.proof.SigningKey;
import io.doorstep.store.AppendOrder;
import io.doorstep.testing.Databases;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

class FactLedgerTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void facts_are_chained_once_in_whatever_batches(DataSource database) {
        var recorded = Recorded.in(database).facts(1500);
        var ledger = recorded.ledger;
        assertThat(ledger.chain(1)).isEqualTo(1);
        assertThat(ledger.chain(299)).isEqualTo(299);
        var early = ledger.head();
        var earlyRoot = ledger.tree().root(early.size());
        assertThat(ledger.chainAll(400)).isEqualTo(1200);
        assertThat(ledger.chainAll(400)).isZero();
        assertThat(ledger.head().size()).isEqualTo(1500);

        var tree = ledger.tree();
        assertThat(MerkleProofs.consistent(
                        ledger.algorithm(), 300, earlyRoot, 1500, tree.root(1500), tree.consistency(300, 1500)))
                .isTrue();
        var leaf = recorded.jdbc
                .sql("select leaf from fact_ledger where position = 777")
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(MerkleProofs.included(
                        ledger.algorithm(), leaf, 777, 1500, tree.inclusion(777, 1500), tree.root(1500)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void nodes_that_chain_at_the_same_time_take_turns(DataSource database) throws Exception {
        var recorded = Recorded.in(database).facts(400);
        var nodes = Executors.newFixedThreadPool(4);
        try {
            var chained = new ArrayList<Future<Long>>();
            for (var node = 0; node < 4; node++) {
                chained.add(nodes.submit(() -> recorded.ledger.chainAll(7)));
            }
            var all = 0L;
            for (var each : chained) {
                all += each.get();
            }
            assertThat(all).isEqualTo(400);
        } finally {
            nodes.shutdown();
        }
        assertThat(recorded.ledger.head().size()).isEqualTo(400);
    }

    @Test
    void facts_that_are_committed_side_by_side_are_all_chained() throws Exception {
        var recorded = new Recorded(Databases.postgres(), AppendOrder.HORIZON, HashAlgorithm.SHA_256);
        var writers = Executors.newFixedThreadPool(5);
        try {
            var tasks = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(writer -> () -> write(recorded, writer))
                    .toList();
            var writing = tasks.stream().map(writers::submit).toList();
            while (!writing.stream().allMatch(Future::isDone)) {
                recorded.ledger.chain(50);
            }
            for (var each : writing) {
                each.get();
            }
            recorded.ledger.chainAll(50);
        } finally {
            writers.shutdown();
        }
        assertThat(recorded.ledger.head().size()).isEqualTo(4 * 60);
        assertThat(recorded.jdbc
                        .sql("select count(*) from aggregate_event_entry f where not exists"
                                + " (select 1 from fact_ledger l where l.global_index = f.global_index)")
                        .query(Long.class)
                        .single())
                .isZero();
        var outOfIndex = recorded.jdbc
                .sql("select count(*) from fact_ledger a join fact_ledger b on b.position = a.position + 1"
                        + " where b.global_index < a.global_index")
                .query(Long.class)
                .single();
        assertThat(outOfIndex)
                .as("the order of commit is not that of the index, or this test shows nothing")
                .isPositive();
    }

    private static int write(Recorded recorded, int writer) {
        for (var i = 0; i < 30; i++) {
            var first = 2L * i;
            recorded.transaction.executeWithoutResult(step -> {
                recorded.add("writer-" + writer, first);
                recorded.jdbc
                        .sql("select cast(pg_sleep(random() * 0.01) as varchar)")
                        .query(String.class)
                        .single();
                recorded.add("writer-" + writer, first + 1);
            });
        }
        return writer;
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_database_lets_the_ledger_grow_only(DataSource database) {
        var recorded = Recorded.in(database).facts(3);
        recorded.ledger.chainAll(10);
        recorded.checkpoints.make();
        for (var table : new String[] {"fact_ledger_start", "fact_ledger", "ledger_key", "ledger_checkpoint"}) {
            assertThatThrownBy(() -> recorded.jdbc.sql("delete from " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_checkpoint_is_signed_and_there_is_one_for_a_size(HashAlgorithm algorithm) {
        var recorded = new Recorded(Databases.h2(), AppendOrder.LOCK, algorithm);
        assertThat(recorded.checkpoints.make()).isEmpty();
        recorded.facts(20);
        recorded.ledger.chainAll(100);
        var made = recorded.checkpoints.make().orElseThrow();
        assertThat(recorded.checkpoints.make().orElseThrow().signature()).isEqualTo(made.signature());
        assertThat(recorded.checkpoints.latest(10)).hasSize(1);
        assertThat(made.checkpoint().size()).isEqualTo(20);

        var key = recorded.keys.known().get(0);
        assertThat(key.signed(made.checkpoint().signedWords(), made.signature()))
                .isTrue();
        assertThat(new SigningKey(
                                algorithm,
                                SigningKey.make(algorithm).getPublic().getEncoded())
                        .signed(made.checkpoint().signedWords(), made.signature()))
                .isFalse();
        assertThat(recorded.checkpoints.covering(19).orElseThrow().checkpoint().size())
                .isEqualTo(20);
        assertThat(recorded.checkpoints.covering(20)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void another_key_signs_when_a_vault_came_back_without_the_last_one(DataSource database) {
        var recorded = Recorded.in(database).facts(3);
        recorded.ledger.chainAll(10);
        var before = recorded.checkpoints.make().orElseThrow();
        recorded.jdbc
                .sql("delete from vault.subject_key where key_id <> 'index'")
                .update();
        recorded.facts(1);
        recorded.ledger.chainAll(10);

        var after = recorded.checkpoints.make().orElseThrow();
        assertThat(after.checkpoint().keyId()).isNotEqualTo(before.checkpoint().keyId());
        assertThat(recorded.keys.known())
                .anyMatch(key -> key.signed(before.checkpoint().signedWords(), before.signature()))
                .anyMatch(key -> key.signed(after.checkpoint().signedWords(), after.signature()));
    }

    @Test
    void a_ledger_keeps_the_hash_function_that_it_was_begun_with() {
        var database = Databases.h2();
        new Recorded(database, AppendOrder.LOCK, HashAlgorithm.SM3);
        assertThat(Recorded.in(database).ledger.algorithm()).isEqualTo(HashAlgorithm.SM3);
    }
}
