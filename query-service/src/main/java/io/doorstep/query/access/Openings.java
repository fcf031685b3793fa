package io.doorstep.query.access;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.layout.Labels;
import io.doorstep.terms.Role;
import io.doorstep.vault.Vault;

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

    private final Vault vault;
    private final AccessLog log;

    public Openings(Vault vault, AccessLog log) {
        this.vault = vault;
        this.log = log;
    }

    /**
     * An opening of one case for one reader.
     *
     * @param present the case as it is now, whatever moment is shown: who answered for it once no longer reads it
     * @param purpose what the access log will say
     */
    public Opening of(Actor reader, CaseAsOf present, String purpose, Labels labels) {
        return new Opening(
                vault, what -> log.add(reader, present.caseId(), what, purpose), mayReadTexts(reader, present), labels);
    }

    private static boolean mayReadTexts(Actor reader, CaseAsOf present) {
        return reader.is(WORK_ON_ALL_CASES)
                || (reader.is(Role.HANDLER, Role.UNIT_HEAD)
                        && present.answering()
                                .filter(one -> one.unit().equals(reader.unit()))
                                .isPresent());
    }
}
