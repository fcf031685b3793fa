package io.doorstep.command.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseStories;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** 状态的演变。 */
class EvolutionTest {

    @Test
    void every_fact_is_known_to_the_decisions() {
        assertThat(Evolution.known()).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
    }

    @Test
    void the_order_of_recording_does_not_matter_to_what_is_known() {
        var inOrder = new CaseHistory();
        var backwards = new CaseHistory();
        var life = new ArrayList<>(CaseStories.wholeLife());
        life.forEach(fact -> inOrder.remember(fact, "somebody"));
        Collections.reverse(life);
        life.forEach(fact -> backwards.remember(fact, "somebody"));

        for (var moment : life) {
            assertThat(backwards.asOf(moment.occurredAt()))
                    .usingRecursiveComparison()
                    .isEqualTo(inOrder.asOf(moment.occurredAt()));
        }
    }
}
