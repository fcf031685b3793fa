package io.doorstep.query.freeze;

import io.doorstep.query.freeze.Frozen.Line;
import io.doorstep.query.freeze.Frozen.Words;
import io.doorstep.query.layout.Column;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Lists;
import io.doorstep.web.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** 定格。 Turns the lines of a list into words that stay. */
@Component
public final class Freezer {

    /** Most lines that are kept; of a longer list nobody checks each line, and a narrower scope says more. */
    public static final int MOST = 20_000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Labels chinese;
    private final Labels english;
    private final ZoneId zone;

    Freezer(MessageSource messages, ZoneId officeZone) {
        this.chinese = new Labels(messages, Locale.SIMPLIFIED_CHINESE);
        this.english = new Labels(messages, Locale.ENGLISH);
        this.zone = officeZone;
    }

    /** 通读。 How a list reads all its lines. */
    @FunctionalInterface
    public interface Whole<T> {
        void read(Lists.Use<T> use) throws IOException;
    }

    public <T> Frozen frozen(List<Column<T>> columns, Function<T, Side> side, Whole<T> whole) {
        var headings = columns.stream()
                .map(column -> new Words(chinese.heading(column.name()), english.heading(column.name())))
                .toList();
        var kept = new ArrayList<Line>();
        each(whole, line -> {
            if (kept.size() == MOST) {
                throw new Named(HttpStatus.UNPROCESSABLE_CONTENT, "SNAPSHOT_TOO_LONG");
            }
            var at = side.apply(line);
            var cells = columns.stream()
                    .map(column -> new Words(
                            text(column.cell().apply(line, chinese)),
                            text(column.cell().apply(line, english))))
                    .toList();
            kept.add(new Line(at.key(), at.caseId(), cells));
        });
        return new Frozen(headings, kept);
    }

    public static <T> Map<String, Side> sides(Function<T, Side> side, Whole<T> whole) {
        var sides = new LinkedHashMap<String, Side>();
        each(whole, line -> {
            var at = side.apply(line);
            sides.put(at.key(), at);
        });
        return sides;
    }

    private static <T> void each(Whole<T> whole, Consumer<T> use) {
        try {
            whole.read(lines -> lines.forEach(use));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String text(@Nullable Object cell) {
        if (cell instanceof Instant moment) {
            return MOMENT.format(moment.atZone(zone));
        }
        return cell == null ? "" : cell.toString();
    }
}
