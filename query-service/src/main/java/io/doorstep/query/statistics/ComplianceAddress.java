package io.doorstep.query.statistics;

import io.doorstep.query.layout.ListAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 履职地址。 What was asked of the compliance view, and the addresses that differ from it.
 *
 * @param asked as the browser sent it, with what goes without saying said
 */
record ComplianceAddress(MultiValueMap<String, String> asked) {

    public @Nullable String one(String name) {
        return asked.getFirst(name);
    }

    /** The page, with one thing else. */
    public String of(String name, String value) {
        var other = copy();
        other.set(name, value);
        return ListAddress.built("/compliance", other);
    }

    /** The page that these cases stand behind. */
    public String table() {
        return ListAddress.built("/compliance", copy());
    }

    /**
     * The cases behind a number.
     *
     * @param key empty for those of the total
     */
    public String behind(String duty, String key, String verdict) {
        var other = copy();
        other.set("duty", duty);
        other.set("verdict", verdict);
        if (key.isEmpty()) {
            other.remove("by");
        } else {
            other.set("key", key);
        }
        return ListAddress.built("/compliance/cases", other);
    }

    /** The cases that follow. */
    public String next(String cursor) {
        var other = new LinkedMultiValueMap<>(asked);
        other.set("cursor", cursor);
        return ListAddress.built("/compliance/cases", other);
    }

    /** As a file of the interface for programs; {@code exact} is what was asked as it wants to have it. */
    String file(String format, MultiValueMap<String, String> exact) {
        var other = new LinkedMultiValueMap<>(exact);
        other.remove("duty");
        return ListAddress.built("/api/compliance." + format, other);
    }

    private MultiValueMap<String, String> copy() {
        var other = new LinkedMultiValueMap<>(asked);
        List.of("verdict", "key", "reason", "cursor", "size").forEach(other::remove);
        return other;
    }
}
