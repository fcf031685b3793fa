package io.doorstep.command.visits;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.terms.Role;

/** 走访人。 The roles that go on visits, and so may take cases along. */
final class WhoVisits {
    static final Role[] ROLES = {
        VISITING_CADRE, HANDLER, UNIT_HEAD, MEDIATOR, COORDINATION_GROUP, PETITION_OFFICER, SUPERVISOR
    };

    private WhoVisits() {}
}
