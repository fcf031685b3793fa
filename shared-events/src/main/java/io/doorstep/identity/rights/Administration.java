package io.doorstep.identity.rights;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.AUDITOR;
import static io.doorstep.terms.Role.SECURITY_ADMINISTRATOR;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import java.util.Locale;
import java.util.Set;

/** 管理方式。 Who keeps accounts; the setting {@code doorstep.administration} names one. */
public enum Administration {
    /** 合一。 The administrator opens accounts and grants rights. */
    JOINT,
    /** 三员分立。 One opens accounts, another grants rights, a third reads what they did; nobody is two of them. */
    SEPARATED;

    private static final Set<Role> APART = Set.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR);

    public static Administration named(String setting) {
        return valueOf(setting.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether somebody may open accounts, disable and enable them, and have a password set anew. */
    public boolean opens(Actor actor) {
        return actor.is(ADMINISTRATOR);
    }

    /** Whether somebody may grant roles and scope. */
    public boolean grants(Actor actor) {
        return actor.is(SECURITY_ADMINISTRATOR) || (this == JOINT && actor.is(ADMINISTRATOR));
    }

    /** Whether somebody may grant them to an account: not to his own, unless he could do anything anyway. */
    public boolean grantsTo(Actor actor, String account) {
        return grants(actor) && (!actor.id().equals(account) || (this == JOINT && actor.is(ADMINISTRATOR)));
    }

    /** Whether somebody may look at accounts and how their rights changed. */
    public boolean readsAccounts(Actor actor) {
        return actor.is(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR);
    }

    /** Whether somebody may read the security log. */
    public boolean readsLog(Actor actor) {
        return actor.is(AUDITOR) || (this == JOINT && actor.is(ADMINISTRATOR));
    }

    /** Whether one account may hold all these roles. */
    boolean allowsTogether(Set<Role> roles) {
        return this == JOINT || roles.stream().filter(APART::contains).count() < 2;
    }
}
