package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 成批读入。 */
class FactBatchTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void however_the_facts_are_cut_into_batches_the_rows_are_those_of_a_fresh_fold(DataSource database) {
        var reading = new Reading(database);
        var random = new Random(7);
        var lives = IntStream.range(0, 12)
                .mapToObj(n -> RandomLife.of("batched" + n, 100 + n))
                .toList();
        var turns = mixed(lives, random);
        for (var from = 0; from < turns.size(); ) {
            var to = Math.min(turns.size(), from + 1 + random.nextInt(25));
            assertThat(reading.readAtOnce(turns.subList(from, to))).isEmpty();
            from = to;
        }
        // what comes again after a restart changes nothing
        assertThat(reading.readAtOnce(turns.subList(turns.size() / 2, turns.size())))
                .isEmpty();

        assertThat(lives)
                .allSatisfy(life -> assertThat(reading.comparison().of(life.caseId(), life.facts()))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_batch_that_cannot_be_written_comes_again_and_only_the_fact_that_was_the_reason_is_refused(
            DataSource database) {
        var reading = new Reading(database);
        var good = RandomLife.of("good", 1);
        var bad = new Life("bad");
        bad.on(1, bad.reported(1));
        reading.jdbc()
                .sql("alter table reading_a.case_state add constraint no_bad check (case_id <> 'bad')")
                .update();
        var turns = new ArrayList<>(good.facts());
        turns.addAll(1, bad.facts());

        assertThat(reading.readAtOnce(turns)).containsInstanceOf(UnreadableFact.class);
        assertThat(reading.facts().count("good")).isZero();
        assertThat(reading.readAtOnce(turns, "bad")).isEmpty();

        assertThat(reading.comparison().of("good", good.facts())).isEmpty();
        assertThat(reading.facts().count("bad")).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_a_node_remembers_of_a_case_is_no_proof_when_another_one_has_read_on_or_its_rows_are_gone(
            DataSource database) {
        var one = new Reading(database);
        var other = new Reading(database);
        var life = new Life("case").untilClosedOut();
        var facts = life.facts();
        one.readAtOnce(facts.subList(0, 3));
        other.readAtOnce(facts.subList(3, 4));

        assertThat(one.readAtOnce(facts.subList(3, 4))).containsInstanceOf(UnreadableFact.class);
        assertThat(one.readAtOnce(facts.subList(3, 5))).isEmpty();
        assertThat(one.comparison().of("case", facts.subList(0, 5))).isEmpty();

        for (var table : List.of("fact", "case_state", "duty")) {
            one.jdbc().sql("delete from " + table).update();
        }
        assertThat(one.readAtOnce(facts)).isEmpty();
        assertThat(one.comparison().of("case", facts)).isEmpty();
    }

    /** All facts, those of each case in their order. */
    private static List<RecordedFact> mixed(List<Life> lives, Random random) {
        var left = new ArrayList<>(
                lives.stream().map(Life::facts).map(ArrayList::new).toList());
        var turns = new ArrayList<RecordedFact>();
        while (!left.isEmpty()) {
            var which = left.get(random.nextInt(left.size()));
            turns.add(which.remove(0));
            left.removeIf(List::isEmpty);
        }
        return turns;
    }
}
