package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.Sealed;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.terms.Role;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 办理时的情形。 What surrounds a decision: who asks, what time it is, which rules hold, and the vault. */
public interface Circumstances {

    Actor actor();

    /** The time of recording. */
    Instant now();

    /** When it happened: what the command says, or now, but then after everything that is known already. */
    Instant when();

    Deadlines deadlines();

    /** Whether the facts come from a ledger, and so may lie years back. */
    boolean imported();

    /** Whether nobody asks, and time itself brings it about. */
    boolean byTheClock();

    boolean lateReasonGiven();

    Sealed seal(String subject, Private words);

    default @Nullable Sealed sealIfAny(String subject, @Nullable Private words) {
        return words == null ? null : seal(subject, words);
    }

    /** Whether the sealed words are these; false when their key was destroyed. */
    boolean reads(@Nullable Sealed sealed, Private words);

    /** Has a number of a person remembered beside his key, so that his cases are found by it. */
    void remember(String person, String caseId, NumberKind kind, Private number);

    default void rememberIfAny(String person, String caseId, NumberKind kind, @Nullable Private number) {
        if (number != null) {
            remember(person, caseId, kind, number);
        }
    }

    /** The next case number of a place in the year of its report; given out in the command's own transaction. */
    String nextNumber(String place, Instant reportedAt);

    /** Whether an officer heads a unit at the time of recording. */
    boolean heads(String unit, String officer);

    /** Whether the asker may know of a case that stands like this. */
    boolean mayKnowOf(CaseState standing);

    /** Whether the asker ever took the case along on a telephone. */
    boolean tookAlong(String caseId);

    /** Whether a place lies within the one that the asker works for. */
    boolean worksAt(String place);

    /** Another case as it stands now; empty when there is none of that id that the asker may know of. */
    Optional<CaseState> other(String caseId);

    /**
     * A case that this one is linked to, as it stands now, whether or not the asker may know of it: for rules that bind
     * this case, never to tell of the other.
     */
    Optional<CaseState> linked(String caseId);

    /** Who recorded the fact, for whom, from where, and whether late. */
    Map<String, ?> metadataOf(CaseEvent fact, CaseHistory history);

    /** Refuses when the asker has none of the roles; facts of a ledger were decided long ago, and the clock follows rules. */
    default void only(Role... roles) {
        Refusal.ROLE_MAY_NOT.when(!imported() && !byTheClock() && !actor().is(roles));
    }

    /** Refuses when the asker is not of the unit that answers; petition officers and dispatchers act for every unit. */
    default void onlyOf(@Nullable String unit) {
        Refusal.NOT_OF_THE_ANSWERING_UNIT.when(!imported()
                && !actor().is(Role.PETITION_OFFICER, Role.DISPATCHER)
                && (unit == null || !unit.equals(actor().unit())));
    }
}
