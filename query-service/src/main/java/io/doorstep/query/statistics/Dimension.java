package io.doorstep.query.statistics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** 分组。 What figures are broken down by; places and categories roll up, so one thing counts in each level above it. */
enum Dimension {
    PLACE,
    UNIT,
    OFFICER,
    CATEGORY,
    CHANNEL,
    KIND,
    MONTH;

    /** Key of what has no value in this dimension, such as a case without a unit. */
    static final String UNKNOWN = "-";

    private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /** Its name on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rows that something counts in. */
    List<String> keys(Counted counted, Hierarchy hierarchy, ZoneId zone) {
        var matter = counted.of().matter();
        return switch (this) {
            case PLACE -> hierarchy.place(counted.place());
            case CATEGORY -> hierarchy.category(matter.category());
            case UNIT -> List.of(Objects.requireNonNullElse(counted.unit(), UNKNOWN));
            case OFFICER -> List.of(Objects.requireNonNullElse(counted.officer(), UNKNOWN));
            case CHANNEL -> List.of(matter.channel());
            case KIND -> List.of(matter.kind());
            case MONTH -> List.of(counted.on().atZone(zone).format(YEAR_MONTH));
        };
    }
}
