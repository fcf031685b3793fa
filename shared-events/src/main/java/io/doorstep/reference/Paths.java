package io.doorstep.reference;

import java.time.LocalDate;

/** 上下级路径。 Where places, units and categories hang: a path names all above, as {@code /430525/430525100/}. */
public interface Paths {

    String place(String code, LocalDate on);

    String unit(String id, LocalDate on);

    String category(String code, LocalDate on);
}
