package io.doorstep.identity;

import io.doorstep.terms.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 经办人。 Who asks for something: the id of an account (never a name), where it works, and its roles.
 *
 * @param unit id of the unit that the person works for; null for a program or an administrator without one
 * @param place code of the division that the person works for, with all below it; null for all
 */
public record Actor(
        String id, @Nullable String unit, @Nullable String place, Set<Role> roles) {

    /** 时钟。 Nobody: what the passing of time brings about by itself. No account can have this id. */
    public static final Actor CLOCK = new Actor("@clock", null, null, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody who works for all places. */
    public static Actor of(String id, @Nullable String unit, Role... roles) {
        return new Actor(id, unit, null, Set.of(roles));
    }

    /** The same person, working for one division and all below it. */
    public Actor within(String division) {
        return new Actor(id, unit, division, roles);
    }

    /** How far his roles let him know of cases. */
    public Reach reach() {
        return roles.stream().map(Reach::of).max(Comparator.naturalOrder()).orElse(Reach.NOTHING);
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** The roles as one word for metadata: names in the order of the enumeration, comma-separated. */
    public String rolesAsText() {
        return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    public static Set<Role> rolesFromText(String text) {
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
