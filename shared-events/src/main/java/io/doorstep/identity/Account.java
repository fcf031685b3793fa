package io.doorstep.identity;

import io.doorstep.terms.Role;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 账号。 Somebody who may sign in on the days of [validFrom, validTo).
 *
 * @param id that of the officer in the reference data; it stands in facts and is never given to somebody else
 * @param place the division that the person works for; null for all
 */
public record Account(
        String id,
        String name,
        @Nullable String unit,
        @Nullable String place,
        Set<Role> roles,
        boolean enabled,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Serializable {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** An account without end. */
    public static Account of(String id, String name, @Nullable String unit, Role... roles) {
        return new Account(id, name, unit, null, Set.of(roles), true, null, null);
    }

    /** The same account, open or disabled. */
    public Account enabled(boolean whether) {
        return new Account(id, name, unit, place, roles, whether, validFrom, validTo);
    }

    public Actor actor() {
        return new Actor(id, unit, place, roles);
    }

    public boolean admits(LocalDate on) {
        return enabled && (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || on.isBefore(validTo));
    }

    /** Names nobody, because principals end up in logs. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
