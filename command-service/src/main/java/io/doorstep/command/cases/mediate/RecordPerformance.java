package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.PERFORMANCE_KNOWN_ALREADY;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 协议履行情况。 Put on record whether the parties did what they agreed on; what was not performed may be performed later. */
public record RecordPerformance(
        CaseId caseId,
        @Nullable Instant occurredAt,
        boolean performed,
        @Nullable Private remark) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        Disputes.agreement(before);
        PERFORMANCE_KNOWN_ALREADY.when(Objects.equals(before.mediation().performed(), true)
                || Objects.equals(before.mediation().performed(), performed)
                || before.later().thisCycle(PerformanceRecorded.class));
        var id = caseId.value();
        return List.of(new PerformanceRecorded(id, at.when(), performed, at.sealIfAny(id, remark)));
    }
}
