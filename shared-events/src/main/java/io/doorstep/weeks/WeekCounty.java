package io.doorstep.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 无会周所在县。 Which county a week is of. */
public final class WeekCounty {

    private static final int COUNTY = 6;

    private WeekCounty() {}

    /** The asker's own; for somebody who works for several, the one that he names, or else the first; empty when there is none. */
    public static Optional<String> of(Actor asker, @Nullable String named, ReferenceData reference, LocalDate on) {
        var own = asker.place();
        if (own != null) {
            return own.length() < COUNTY ? Optional.empty() : Optional.of(own.substring(0, COUNTY));
        }
        var all = all(reference, on);
        return named == null
                ? all.stream().findFirst()
                : all.stream().filter(named::equals).findFirst();
    }

    /** Whether he works for the whole of the county. */
    public static boolean isWholeFor(Actor asker) {
        var own = asker.place();
        return own == null || own.length() <= COUNTY;
    }

    public static List<String> all(ReferenceData reference, LocalDate on) {
        return reference.places(null, on).stream()
                .filter(place -> place.level() == PlaceLevel.COUNTY)
                .map(Place::code)
                .toList();
    }
}
