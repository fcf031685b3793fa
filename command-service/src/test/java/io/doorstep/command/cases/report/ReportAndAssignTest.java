package io.doorstep.command.cases.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.command.cases.decision.Refused;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 登记，在真实数据库上。 */
class ReportAndAssignTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void a_report_is_kept_numbered_and_answered_the_same_when_repeated(String database) {
        try (var side = CommandSide.on(database)) {
            var command = report();
            var sending = CommandSide.keyed("k1", "content", Role.PETITION_OFFICER);

            var receipt = side.commands().send(command, sending);
            var again = side.commands().send(command, sending);

            assertThat(receipt.number()).matches("430525-20\\d\\d-000001");
            assertThat(receipt.version()).isEqualTo(1);
            assertThat(again).isEqualTo(receipt);
            assertThat(side.jdbc()
                            .sql("select count(*) from aggregate_event_entry")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThatThrownBy(() -> side.commands()
                            .send(command, CommandSide.keyed("k1", "other content", Role.PETITION_OFFICER)))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.SAME_ID_OTHER_CONTENT));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void an_id_that_another_case_has_is_refused(String database) {
        try (var side = CommandSide.on(database)) {
            var command = report();
            side.commands().send(command, CommandSide.from(Role.PETITION_OFFICER));

            assertThatThrownBy(() -> side.commands().send(command, CommandSide.from(Role.PETITION_OFFICER)))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.SAME_ID_OTHER_CONTENT));
        }
    }

    private static ReportCase report() {
        return new ReportCase(
                new CaseId(UUID.randomUUID()),
                null,
                CaseKind.PETITION,
                Channel.VISIT,
                "0101",
                "430525100",
                "宅基地边界纠纷",
                null,
                List.of(),
                1,
                List.of(),
                null);
    }
}
