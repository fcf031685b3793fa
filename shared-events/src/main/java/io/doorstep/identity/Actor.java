package io.doorstep.identity;

import io.doorstep.terms.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 经办人。 Who asks for something: the id of an account (never a name), its unit and its roles.
 *
 * @param unit id of the unit that the person works for; null for a program or an administrator without one
 */
public record Actor(String id, @Nullable String unit, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(String id, @Nullable String unit, Role... roles) {
        return new Actor(id, unit, Set.of(roles));
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
