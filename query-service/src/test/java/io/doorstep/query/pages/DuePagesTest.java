package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 到期待办。 */
class DuePagesTest {

    private final Office office = new Office(Databases.h2());

    @BeforeEach
    void three_cases() {
        var fresh = new Life("fresh");
        var signed = new Life("signed");
        var settled = new Life("settled");
        office.at(day(20))
                .read(fresh.on(0, fresh.reported(0)))
                .read(signed.on(0, signed.reported(0))
                        .on(1, signed.assigned(1, "u-land"))
                        .on(2, signed.signed(2, "u-land")))
                .read(settled.on(0, settled.reported(0))
                        .on(1, settled.assigned(1, "u-town"))
                        .on(2, settled.signed(2, "u-town"))
                        .on(3, settled.accepted(3))
                        .on(4, settled.resolved(4, null)));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void the_petition_office_owes_what_no_unit_answers_for() {
        office.as(Actor.of("officer", "u-bureau", Role.PETITION_OFFICER));

        assertThat(due("mine")).containsExactly("fresh TRANSFER", "settled REVISIT");
        assertThat(due("all")).containsExactly("fresh TRANSFER", "signed NOTICE", "settled REVISIT");
    }

    @Test
    void an_officer_owes_what_he_answers_for_and_no_more() {
        office.as(Actor.of("officer-li", "u-land", Role.HANDLER));
        assertThat(due("mine")).containsExactly("signed NOTICE");

        office.as(Actor.of("somebody", "u-else", Role.VISITING_CADRE));
        assertThat(due("mine")).isEmpty();
        assertThat(due("all")).hasSize(3);
    }

    @Test
    void pages_hang_together_and_nonsense_is_refused() {
        office.as(Actor.of("officer", "u-bureau", Role.PETITION_OFFICER));
        var first = office.json("/api/due-work?whose=all&span=overdue&size=1");
        assertThat(first.at("/items/0/caseId").stringValue()).isEqualTo("fresh");
        var second = office.json(
                "/api/due-work?whose=all&span=overdue&size=1&cursor={next}",
                first.get("next").stringValue());
        assertThat(second.at("/items/0/caseId").stringValue()).isEqualTo("signed");
        assertThat(second.get("next").isNull()).isTrue();

        for (var wrong : List.of("whose=his", "span=never", "size=0", "cursor=x&span=today", "unit=u")) {
            assertThat(office.ask("/api/due-work?" + wrong).getStatus())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private List<String> due(String whose) {
        return StreamSupport.stream(
                        office.json("/api/due-work?whose=" + whose).get("items").spliterator(), false)
                .map(one ->
                        one.get("caseId").stringValue() + " " + one.get("clock").stringValue())
                .toList();
    }
}
