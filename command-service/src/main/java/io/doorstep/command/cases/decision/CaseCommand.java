package io.doorstep.command.cases.decision;

import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** 对案件的命令。 Something asked of a case; it decides itself, from what the case remembers, and changes nothing. */
public interface CaseCommand {

    /** Under this name every command reaches the one handler of the case. */
    String NAME = "CaseCommand";

    @TargetAggregateIdentifier
    CaseId caseId();

    /** When what the command reports happened; null means now. */
    @Nullable
    Instant occurredAt();

    /**
     * The facts that follow, or a {@link Refused}.
     *
     * @param before the case as it stood when it happened
     */
    List<CaseEvent> decide(CaseState before, Circumstances at);
}
