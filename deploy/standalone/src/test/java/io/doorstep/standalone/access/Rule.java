package io.doorstep.standalone.access;

import io.doorstep.identity.Reach;
import io.doorstep.terms.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 一条规定。 A line of {@code docs/access.md}: an address and who may use it. */
record Rule(String method, String path, boolean open, Set<Role> roles) {

    private static final Pattern LINE = Pattern.compile("\\| `(GET|POST) ([^`]+)` \\| (.*?) \\| .*\\|");

    static List<Rule> all() {
        try {
            return Files.readAllLines(Path.of("../../docs/access.md")).stream()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .map(line -> new Rule(
                            line.group(1), line.group(2), line.group(3).equals("`everybody`"), roles(line.group(3))))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean ofACase() {
        return path.contains("/cases/{id}");
    }

    String name() {
        return method + " " + path;
    }

    private static Set<Role> roles(String who) {
        return switch (who.replace("`", "")) {
            case "everybody", "signed-in" -> Set.of(Role.values());
            case "device" -> Set.of();
            case "cases" -> reaching(Reach.OWN_UNIT);
            case "figures" -> reaching(Reach.FIGURES);
            default ->
                Arrays.stream(who.replace("`", "").split(",", -1))
                        .map(String::strip)
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        };
    }

    private static Set<Role> reaching(Reach least) {
        return Arrays.stream(Role.values())
                .filter(role -> Reach.of(role).compareTo(least) >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
