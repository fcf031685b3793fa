package io.doorstep.query.layout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 清单摘录。 The first lines of a list in some of its columns.
 *
 * @param title name of the list in the reader's language
 * @param rows cells in the order of the headings
 * @param total lines of the whole list
 * @param counts what the list counts besides its lines, by the list's own names
 */
public record Excerpt(
        String title, List<String> headings, List<List<@Nullable Object>> rows, long total, Map<String, Long> counts) {

    /** Lines that the list has and the excerpt does not. */
    public long leftOut() {
        return total - rows.size();
    }

    /** A page of a list in the columns wanted, which must be among all it has. */
    public static <T> Excerpt of(
            String list,
            Paged<T> page,
            List<Column<T>> all,
            List<String> wanted,
            Map<String, Long> counts,
            Labels labels) {
        var columns = wanted.stream()
                .map(name -> all.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        var table = Column.table(list, columns, page.items().stream(), labels);
        return new Excerpt(table.name(), table.headings(), table.rows().toList(), page.total(), counts);
    }
}
