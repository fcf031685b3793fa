package io.doorstep.command.cases.assign;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_ANSWERS_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_ACCUSED;
import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_RECUSED;
import static io.doorstep.command.cases.decision.Refusal.REPORT_BACK_BEFORE_ASSIGNMENT;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.terms.CaseKind;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 交办案件。 Make {@code to} answerable for the case, in place of whoever was before. */
public record AssignCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        Assignee to,
        @Nullable LocalDate reportBackBy,
        @Nullable Private instruction)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        if (atTheMeeting(before)) {
            at.only(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP, VISITING_CADRE);
        } else {
            at.only(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP);
        }
        before.mustBeInHandling();
        ASSIGNEE_IS_ACCUSED.when(before.accuses(to.unit()));
        ASSIGNEE_IS_RECUSED.when(isRecused(before, to.officer()) || isRecused(before, to.leadOfficer()));
        ASSIGNEE_ANSWERS_ALREADY.when(
                to.unit().equals(before.unit()) && Objects.equals(to.officer(), before.officer()));
        REPORT_BACK_BEFORE_ASSIGNMENT.when(
                reportBackBy != null && reportBackBy.isBefore(at.deadlines().day(at.when())));
        var id = caseId.value();
        return List.of(new CaseAssigned(
                id, at.when(), to.unit(), to.officer(), to.leadOfficer(), reportBackBy, at.sealIfAny(id, instruction)));
    }

    /** What a village meeting raises is handed out there and then, by the cadre who holds it. */
    private static boolean atTheMeeting(CaseState before) {
        return before.onRecord() && before.kind() == CaseKind.VILLAGE_ISSUE && before.unit() == null;
    }

    private static boolean isRecused(CaseState before, @Nullable String somebody) {
        return somebody != null && before.recused(somebody);
    }
}
