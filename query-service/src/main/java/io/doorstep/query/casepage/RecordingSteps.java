package io.doorstep.query.casepage;

import static io.doorstep.query.casepage.Steps.when;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.PRIVACY_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Role;

/** 随时可记的。 What can be put on record at any stage, or mended. */
final class RecordingSteps {

    private static final Role[] EVERYBODY = {
        PETITION_OFFICER,
        DISPATCHER,
        HANDLER,
        UNIT_HEAD,
        VISITING_CADRE,
        MEDIATOR,
        COORDINATION_GROUP,
        SUPERVISOR,
        CLOSEOUT_APPROVER
    };

    private final CaseAsOf found;

    RecordingSteps(CaseAsOf found) {
        this.found = found;
    }

    void into(Steps steps) {
        if (found.exit() != null && found.exit().which() == CaseStatus.VOIDED) {
            return;
        }
        steps.add("note", "notes", null, EVERYBODY);
        steps.add("attach", "attachments", null, EVERYBODY);
        steps.add("correct", "corrections", null, PETITION_OFFICER, DISPATCHER);
        steps.add("link", "links", null, PETITION_OFFICER, DISPATCHER);
        if (found.exit() == null) {
            var why = when(!found.open(), "CASE_IS_CLOSED_OUT");
            steps.add("merge", "merger", why, PETITION_OFFICER, DISPATCHER);
            steps.add("withdraw", "withdrawal", why, PETITION_OFFICER, DISPATCHER);
        }
        steps.add("recuse", "recusals", null, EVERYBODY);
        if (!found.recused().isEmpty()) {
            steps.add("liftRecusal", "recusals/lifting", null, SUPERVISOR, COORDINATION_GROUP);
        }
        steps.add("void", "voiding", null, PETITION_OFFICER, DISPATCHER, SUPERVISOR);
        if (!found.matter().petitioners().isEmpty()) {
            steps.add("erase", "erasures", null, PETITION_OFFICER, PRIVACY_OFFICER);
        }
    }
}
