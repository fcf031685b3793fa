package io.doorstep.reference;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 区划层级。 How deep a place lies; its code alone tells. */
public enum PlaceLevel {
    /** 县（市、区）。 */
    COUNTY("\\d{6}", 4),
    /** 乡镇（街道）。 */
    TOWNSHIP("\\d{9}", 6),
    /** 村（社区）。 */
    VILLAGE("\\d{12}", 9),
    /** 网格、村民小组。 */
    GRID("\\d{12}-[0-9A-Za-z]{1,10}", 12);

    private final Pattern code;
    private final int parentLength;

    PlaceLevel(String code, int parentLength) {
        this.code = Pattern.compile(code);
        this.parentLength = parentLength;
    }

    /** The level of a code; nothing when it is no division code at all. */
    public static Optional<PlaceLevel> of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code.matcher(code).matches())
                .findFirst();
    }

    /** The code of the place above, which for a county lies outside of Doorstep. */
    public String prefix(String code) {
        return code.substring(0, parentLength);
    }

    /** The code of the place above; null for a county. */
    public @Nullable String parent(String code) {
        return this == COUNTY ? null : prefix(code);
    }
}
