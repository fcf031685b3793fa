package io.doorstep.query.print;

import io.doorstep.query.layout.Say;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 卷内一节。 A table of the whole file.
 *
 * @param name behind {@code print.section.}, key of the heading
 */
record Section(String name, List<String> headings, List<List<@Nullable String>> rows) {

    /** A section whose columns are called by these keys. */
    static Section of(Say say, String name, List<String> keys, List<List<@Nullable String>> rows) {
        return new Section(name, keys.stream().map(say::word).toList(), rows);
    }

    /** Whether a cell is a day or a moment, which no line may break. */
    public boolean together(@Nullable String cell) {
        return cell != null && cell.length() < 20 && !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    }

    /** Cells of a row, some of which may be empty. */
    static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }
}
