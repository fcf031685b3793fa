package io.doorstep.query.access;

import io.doorstep.access.AccessLog;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.layout.Labels;
import io.doorstep.terms.Role;
import io.doorstep.vault.Vault;
import java.time.Duration;

/** 启封权限。 Says who may read the sealed words of a case, and lets him. */
public final class Openings {

    private static final Role[] WORK_ON_ALL_CASES = {
        Role.PETITION_OFFICER,
        Role.DISPATCHER,
        Role.SUPERVISOR,
        Role.CLOSEOUT_APPROVER,
        Role.COORDINATION_GROUP,
        Role.VISITING_CADRE,
        Role.MEDIATOR
    };

    /** How long after giving a reason somebody sees the petitioners of a case unmasked. */
    private static final Duration UNMASKED_FOR = Duration.ofMinutes(10);

    private final Vault vault;
    private final AccessLog log;

    private final boolean heldElsewhere;

    /** @param heldElsewhere whether the words of all cases stay in the counties that the facts were copied from */
    public Openings(Vault vault, AccessLog log, boolean heldElsewhere) {
        this.vault = vault;
        this.log = log;
        this.heldElsewhere = heldElsewhere;
    }

    /**
     * An opening of one case for one reader.
     *
     * @param present the case as it is now, whatever moment is shown: who answered for it once no longer reads it
     * @param purpose what the access log will say
     */
    public Opening of(Actor reader, CaseAsOf present, String purpose, Labels labels) {
        var texts = mayReadTexts(reader, present);
        // who must not read the words gets no names either, whatever reason he gave
        var unmasked = texts && log.unmasked(reader, present.caseId(), UNMASKED_FOR);
        return new Opening(
                vault,
                what -> log.add(reader, present.caseId(), what, purpose),
                texts,
                unmasked,
                heldElsewhere,
                labels);
    }

    /**
     * An opening for somebody who puts on record that he takes the case along: at the door he needs name and address.
     *
     * @param purpose what the access log will say
     */
    public Opening takenAlong(Actor reader, CaseAsOf present, String purpose, Labels labels) {
        var texts = mayReadTexts(reader, present);
        return new Opening(
                vault, what -> log.add(reader, present.caseId(), what, purpose), texts, texts, heldElsewhere, labels);
    }

    /** Puts on record that somebody was recognised by a number: to learn of a case of his is to read of him. */
    public void recognised(Actor reader, String caseId) {
        log.add(reader, caseId, "PETITIONERS", "SIMILAR");
    }

    private static boolean mayReadTexts(Actor reader, CaseAsOf present) {
        return reader.is(WORK_ON_ALL_CASES)
                || (reader.is(Role.HANDLER, Role.UNIT_HEAD)
                        && present.answering()
                                .filter(one -> one.unit().equals(reader.unit()))
                                .isPresent());
    }
}
