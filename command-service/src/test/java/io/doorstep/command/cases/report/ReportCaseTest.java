package io.doorstep.command.cases.report;

import static io.doorstep.command.cases.decision.Refusal.NOT_TO_BE_SETTLED_IN_ONE_GO;
import static io.doorstep.command.cases.decision.Refusal.PARTY_SMALLER_THAN_ITS_NAMES;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.cases.decision.Refusal.TOO_MANY_REPRESENTATIVES;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.CADRE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.values.Person;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 登记。 */
class ReportCaseTest {

    private static ReportCase report(CaseKind kind, int people, int partySize, @Nullable Settlement settled) {
        var persons = Stream.generate(() -> new Person(UUID.randomUUID(), new Private("name"), null, null, null))
                .limit(people)
                .toList();
        return new ReportCase(
                ID,
                null,
                kind,
                Channel.VISIT,
                "0101",
                CaseStories.PLACE,
                "标题",
                null,
                persons,
                partySize,
                List.of(),
                settled);
    }

    private static Settlement settled(@Nullable VisitType visit) {
        return new Settlement(
                ResolutionOutcome.MEDIATED,
                new Private("summary"),
                new Private("evidence"),
                Stance.ACCEPTS,
                visit,
                null);
    }

    @Test
    void a_report_starts_the_transfer_clock() {
        var reported = given().today("2026-03-02")
                .when(BUREAU, report(CaseKind.PETITION, 1, 1, null))
                .leaves(CaseReported.class);
        assertThat(reported.transferDue()).isEqualTo("2026-03-17");
    }

    @Test
    void a_dispute_is_reported_and_settled_in_one_go() {
        given().when(CADRE, report(CaseKind.DISPUTE, 0, 1, settled(null)))
                .leavesInOrder(CaseReported.class, CaseResolved.class);
        given().when(CADRE, report(CaseKind.DISPUTE, 0, 1, settled(VisitType.DOWN_VISIT)))
                .leavesInOrder(CaseReported.class, CaseVisited.class, CaseResolved.class);
        given().when(CADRE, report(CaseKind.PETITION, 0, 1, settled(null))).isRefused(NOT_TO_BE_SETTLED_IN_ONE_GO);
    }

    @Test
    void five_represent_a_joint_petition_at_most() {
        given().when(BUREAU, report(CaseKind.PETITION, 5, 50, null)).leaves(CaseReported.class);
        given().when(BUREAU, report(CaseKind.PETITION, 6, 50, null)).isRefused(TOO_MANY_REPRESENTATIVES);
        given().when(BUREAU, report(CaseKind.PETITION, 2, 1, null)).isRefused(PARTY_SMALLER_THAN_ITS_NAMES);
        given().when(PRIVACY, report(CaseKind.PETITION, 1, 1, null)).isRefused(ROLE_MAY_NOT);
    }
}
