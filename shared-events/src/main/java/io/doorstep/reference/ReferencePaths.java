package io.doorstep.reference;

import java.time.LocalDate;

/**
 * 基础数据中的路径。 Paths as the reference data has them on a day; a code that it did not know then falls back on what the
 * code alone tells: a place's digits (county 6, township 9, village 12, a grid beyond), a unit or category its own root.
 */
public final class ReferencePaths implements Paths {

    private final ReferenceData reference;

    public ReferencePaths(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public String place(String code, LocalDate on) {
        return reference.place(code, on).map(Place::path).orElseGet(() -> byDigits(code));
    }

    @Override
    public String unit(String id, LocalDate on) {
        return reference.unit(id, on).map(Unit::path).orElse("/" + id + "/");
    }

    @Override
    public String category(String code, LocalDate on) {
        return reference.category(code, on).map(Category::path).orElse("/" + code + "/");
    }

    /** The path that the digits of a place tell by themselves. */
    public static String byDigits(String code) {
        var path = new StringBuilder("/");
        for (var length : new int[] {6, 9, 12}) {
            if (code.length() > length && code.substring(0, length).chars().allMatch(Character::isDigit)) {
                path.append(code, 0, length).append('/');
            }
        }
        return path.append(code).append('/').toString();
    }
}
