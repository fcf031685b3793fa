package io.doorstep.command.cases.resolve;

import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_NOT_ON_RECORD;
import static io.doorstep.command.cases.decision.Refusal.ATTACHMENT_NOT_ON_RECORD;
import static io.doorstep.command.cases.decision.Refusal.EVIDENCE_MISSING;
import static io.doorstep.command.cases.decision.Refusal.VISIT_NOT_ON_RECORD;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.events.cases.Evidence;
import io.doorstep.terms.EvidenceType;
import io.doorstep.vault.Private;
import org.jspecify.annotations.Nullable;

/**
 * 佐证。 What shows that a case is resolved, before its words are sealed.
 *
 * @param ref content hash of an attachment, or id of a visit or an agreement
 */
public record Proof(
        EvidenceType type, @Nullable Private text, @Nullable String ref) {

    void check(CaseState before) {
        EVIDENCE_MISSING.when(ref == null && (text == null || pointsAtSomething()));
        if (ref != null) {
            VISIT_NOT_ON_RECORD.when(isVisit() && !before.knowsVisit(ref));
            AGREEMENT_NOT_ON_RECORD.when(isAgreement() && !before.knowsAgreement(ref));
            ATTACHMENT_NOT_ON_RECORD.when(!isVisit() && !isAgreement() && !before.knowsAttachment(ref));
        }
    }

    /** Whether this is a visit that settled the matter at the door. */
    boolean settles(CaseState before) {
        return isVisit() && before.settledBy(ref);
    }

    private boolean isVisit() {
        return type == EvidenceType.VISIT;
    }

    private boolean isAgreement() {
        return type == EvidenceType.AGREEMENT;
    }

    private boolean pointsAtSomething() {
        return isVisit() || type == EvidenceType.ATTACHMENT;
    }

    Evidence sealed(String caseId, Circumstances at) {
        return new Evidence(type.name(), at.sealIfAny(caseId, text), ref);
    }
}
