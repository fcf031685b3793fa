package io.doorstep.query.layout;

import io.doorstep.federation.upper.Standing.County;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 新旧。 How fresh the copies of each county are, as it stands above every list of an upper level's office. */
public record Freshness(List<County> counties) {

    /** The oldest of them; null when one has never been copied whole. */
    public @Nullable Instant oldest() {
        return counties.stream().anyMatch(county -> county.asOf() == null)
                ? null
                : counties.stream()
                        .map(County::asOf)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Counties nothing is copied from any more. */
    public List<County> stopped() {
        return counties.stream().filter(county -> county.stop() != null).toList();
    }
}
