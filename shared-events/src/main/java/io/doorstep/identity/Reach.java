package io.doorstep.identity;

import io.doorstep.terms.Role;

/**
 * 数据范围。 Which cases a role lets somebody know of, within the place that he works for; the wider ones come later. A case
 * that is sealed from him, or that he is recused from, no role lets him know of.
 */
public enum Reach {
    /** None: who keeps accounts, rights or logs needs no case for it. */
    NOTHING,
    /** None of them, but their published numbers. */
    FIGURES,
    /** Those of his unit and the units below it, and those that name him as officer or lead cadre. */
    OWN_UNIT,
    /** All. */
    EVERY_UNIT;

    /** No default here: a new role has to say how far it reaches. */
    public static Reach of(Role role) {
        return switch (role) {
            case PETITION_OFFICER,
                    DISPATCHER,
                    VISITING_CADRE,
                    MEDIATOR,
                    COORDINATION_GROUP,
                    SUPERVISOR,
                    CLOSEOUT_APPROVER,
                    PRIVACY_OFFICER -> EVERY_UNIT;
            case HANDLER, UNIT_HEAD -> OWN_UNIT;
            case STATISTICIAN -> FIGURES;
            case ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR, UPPER_LEVEL -> NOTHING;
        };
    }
}
