package io.doorstep.erasure;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 删除请求。 A request to erase a person's data, with all that happened to it.
 *
 * @param petitioner which petitioner of the case, counted from 1
 * @param subjects the cases that name the person
 */
public record Erasure(
        String erasureId,
        String caseId,
        int petitioner,
        ErasureGround ground,
        String requestedBy,
        Instant requestedAt,
        List<Subject> subjects,
        List<Step> steps) {

    /** How many people must agree. */
    public static final int APPROVALS = 2;

    /** 当事人。 The person as a case names him; the id is that of his key. */
    public record Subject(String caseId, String personId) {}

    /**
     * 审批或办结。 What somebody decided, or that it is done.
     *
     * @param step APPROVED, REFUSED or DONE
     */
    public record Step(
            String step,
            String actor,
            String roles,
            Instant at,
            @Nullable String remark) {

        boolean isApproval() {
            return step.equals(APPROVED);
        }
    }

    static final String APPROVED = "APPROVED";
    static final String REFUSED = "REFUSED";
    static final String DONE = "DONE";

    /** Those who may agree to an erasure. */
    public static boolean mayApprove(Actor somebody) {
        return somebody.is(Role.PRIVACY_OFFICER, Role.SUPERVISOR);
    }

    /** Those who may ask for one. */
    public static boolean mayRequest(Actor somebody) {
        return somebody.is(Role.PETITION_OFFICER, Role.PRIVACY_OFFICER);
    }

    /** OPEN, REFUSED or DONE. */
    public String state() {
        return steps.stream()
                .map(Step::step)
                .filter(step -> !step.equals(APPROVED))
                .findFirst()
                .orElse("OPEN");
    }

    public boolean isOpen() {
        return state().equals("OPEN");
    }

    public List<Step> approvals() {
        return steps.stream().filter(Step::isApproval).toList();
    }

    /** Whether two people agreed, and one of them answers for personal data. */
    public boolean isApproved() {
        var approvals = approvals();
        return approvals.size() >= APPROVALS
                && approvals.stream()
                        .anyMatch(one -> Actor.rolesFromText(one.roles()).contains(Role.PRIVACY_OFFICER));
    }

    /** Why this person cannot approve; null when he can. */
    public @Nullable String whyNotBy(Actor somebody) {
        if (!mayApprove(somebody)) {
            return "ROLE_MAY_NOT";
        }
        if (!isOpen()) {
            return "ERASURE_IS_DECIDED";
        }
        if (somebody.id().equals(requestedBy)) {
            return "APPROVER_ASKED_FOR_IT";
        }
        return approvals().stream().anyMatch(one -> one.actor().equals(somebody.id())) ? "APPROVED_ALREADY" : null;
    }
}
