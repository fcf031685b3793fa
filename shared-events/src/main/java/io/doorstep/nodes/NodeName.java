package io.doorstep.nodes;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * 节点名。 What this process is called among those on the same database.
 *
 * @param given whether somebody chose it; or else it is made up, and no other process has it
 */
public record NodeName(String value, boolean given) {

    private static final Pattern TAKEN = Pattern.compile("[\\w.:-]{1,100}");

    public static NodeName of(String setting) {
        if (setting.isBlank()) {
            return new NodeName(UUID.randomUUID().toString(), false);
        }
        var name = setting.strip();
        if (!TAKEN.matcher(name).matches()) {
            throw new IllegalStateException(
                    "doorstep.node: 1 to 100 letters, digits, dots, colons, hyphens or underscores");
        }
        return new NodeName(name, true);
    }
}
