package io.doorstep.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 区划。 A county (6 digits), township (9), village (12) or a grid below a village (430525100201-01).
 *
 * @param lat degrees north, WGS 84; null where unknown
 * @param lon degrees east, WGS 84; null where unknown
 */
public record Place(
        String code,
        String name,
        PlaceLevel level,
        @Nullable String parent,
        String path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon)
        implements Entry<Place> {

    @Override
    public String key() {
        return code;
    }

    @Override
    public Place at(String path, LocalDate validFrom, @Nullable LocalDate validTo) {
        return new Place(code, name, level, parent, path, validFrom, validTo, lat, lon);
    }
}
