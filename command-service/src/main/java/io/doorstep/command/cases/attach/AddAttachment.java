package io.doorstep.command.cases.attach;

import static io.doorstep.command.cases.decision.Refusal.TOO_MANY_ATTACHMENTS;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.BroughtBack;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 附件。 Put a stored file on record with the case.
 *
 * @param broughtBack from a visit: it belongs to what was seen there, whatever became of the case
 */
record AddAttachment(
        CaseId caseId,
        @Nullable Instant occurredAt,
        String sha256,
        String mediaType,
        long size,
        Private fileName,
        boolean broughtBack)
        implements BroughtBack {

    private static final int MOST = 500;

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(
                PETITION_OFFICER,
                DISPATCHER,
                HANDLER,
                UNIT_HEAD,
                VISITING_CADRE,
                MEDIATOR,
                COORDINATION_GROUP,
                SUPERVISOR,
                CLOSEOUT_APPROVER);
        if (!broughtBack) {
            before.mustNotBeVoided();
        }
        TOO_MANY_ATTACHMENTS.when(before.files() >= MOST && !before.hasFile(sha256));
        var id = caseId.value();
        return List.of(new AttachmentAdded(id, at.when(), sha256, mediaType, size, at.seal(id, fileName)));
    }
}
