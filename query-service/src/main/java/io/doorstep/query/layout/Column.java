package io.doorstep.query.layout;

import io.doorstep.query.export.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 导出列。 A column of a list's file.
 *
 * @param name behind {@code column.}, key of the heading
 */
public record Column<T>(String name, BiFunction<T, Labels, @Nullable Object> cell) {

    /** A column that shows a value as it is. */
    public static <T> Column<T> of(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, (line, labels) -> value.apply(line));
    }

    /** A column that shows a constant in the reader's language. */
    public static <T> Column<T> of(String name, Class<? extends Enum<?>> type, Function<T, @Nullable String> constant) {
        return new Column<>(name, (line, labels) -> labels.constant(type, constant.apply(line)));
    }

    /** A column of yes and no. */
    public static <T> Column<T> yesOrNo(String name, Function<T, @Nullable Boolean> value) {
        return new Column<>(name, (line, labels) -> {
            var yes = value.apply(line);
            return yes == null ? null : labels.yesOrNo(yes);
        });
    }

    /** The list as a file will hold it. */
    public static <T> Table table(String list, List<Column<T>> columns, Stream<T> lines, Labels labels) {
        return new Table(
                labels.list(list),
                columns.stream().map(column -> labels.heading(column.name)).toList(),
                lines.map(line -> {
                    var cells = new ArrayList<@Nullable Object>(columns.size());
                    columns.forEach(column -> cells.add(column.cell.apply(line, labels)));
                    return cells;
                }));
    }
}
