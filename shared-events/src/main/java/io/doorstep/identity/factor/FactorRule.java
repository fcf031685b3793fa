package io.doorstep.identity.factor;

import io.doorstep.terms.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 谁须两步。 Who may not do with a password alone; the setting {@code doorstep.second-factor.required} says so.
 *
 * @param roles that need more; all of them or none are everybody and nobody
 */
public record FactorRule(boolean everybody, Set<Role> roles) {

    public FactorRule {
        roles = Set.copyOf(roles);
    }

    /**
     * The rule of a setting.
     *
     * @param setting {@code true}, {@code false}, or roles separated by commas; blank for what the profile of passwords says
     */
    public static FactorRule named(String setting, boolean byProfile) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "" -> new FactorRule(byProfile, Set.of());
            case "true" -> new FactorRule(true, Set.of());
            case "false" -> new FactorRule(false, Set.of());
            default ->
                new FactorRule(
                        false,
                        Arrays.stream(setting.split(","))
                                .map(role -> Role.valueOf(role.strip().toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
        };
    }

    /** Whether it binds somebody with these roles. */
    public boolean binds(Collection<Role> held) {
        return everybody || held.stream().anyMatch(roles::contains);
    }
}
