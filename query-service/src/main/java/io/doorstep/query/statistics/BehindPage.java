package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 数字背后的案件。 The cases behind each number of a figure: its numerator, its denominator, or what was excluded. */
@RestController
class BehindPage {

    private static final int MOST = 200;
    private static final List<String> PARTS = List.of("numerator", "denominator", "excluded");

    private final Statistics statistics;
    private final StatisticsRequest requests;
    private final Clock clock;

    BehindPage(Statistics statistics, StatisticsRequest requests, Clock clock) {
        this.statistics = statistics;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * @param part on which side it counts: NUMERATOR (in both), DENOMINATOR (only there) or EXCLUDED
     * @param on the date that counts
     */
    record Item(
            String caseId,
            String number,
            String title,
            Part part,
            @Nullable String reason,
            Instant on,
            String place,
            @Nullable String unit,
            @Nullable String officer) {

        static Item of(Counted counted) {
            var state = counted.of();
            return new Item(
                    state.caseId(),
                    state.number(),
                    state.matter().title(),
                    counted.part(),
                    counted.reason(),
                    counted.on(),
                    counted.place(),
                    counted.unit(),
                    counted.officer());
        }
    }

    record Items(List<Item> items, long total, @Nullable String next) {}

    @GetMapping("/api/statistics/resolution/cases")
    Items cases(@RequestParam MultiValueMap<String, String> request) {
        var cursor = Cursor.read(request.getFirst("cursor"), clock.instant());
        var question = requests.read(SignedIn.now().actor(), request, cursor.asked());
        var figure = requests.figure(request.getFirst("figure"));
        var key = question.by() == null ? "" : Objects.requireNonNullElse(request.getFirst("key"), "");
        var part = part(request.getFirst("part"));
        var reason = request.getFirst("reason");
        var found = statistics.behind(question, figure, key).stream()
                .filter(counted -> isOf(part, counted.part()))
                .filter(counted -> reason == null || reason.equals(counted.reason()))
                .toList();
        var size = size(request.getFirst("size"));
        var end = Math.min(found.size(), cursor.after() + size);
        var items = found.subList(Math.min(cursor.after(), found.size()), end).stream()
                .map(Item::of)
                .toList();
        var next = end < found.size() ? new Cursor(cursor.asked(), end).text() : null;
        return new Items(items, found.size(), next);
    }

    /** The side that is asked for, in small letters; the numerator when none is. */
    static String part(@Nullable String asked) {
        var part = asked == null ? "numerator" : asked.toLowerCase(Locale.ROOT);
        if (!PARTS.contains(part)) {
            throw new Malformed(FieldProblem.of("part", "UNKNOWN_CONSTANT", String.join(", ", PARTS)));
        }
        return part;
    }

    private static boolean isOf(String asked, Part part) {
        return switch (asked) {
            case "numerator" -> part == Part.NUMERATOR;
            case "denominator" -> part != Part.EXCLUDED;
            default -> part == Part.EXCLUDED;
        };
    }

    static int size(@Nullable String text) {
        try {
            var size = text == null ? 50 : Integer.parseInt(text);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException wrong) {
            // said below, together with what is out of range
        }
        throw new Malformed(FieldProblem.of("size", "OUT_OF_RANGE", 1, MOST));
    }

    /** Where the next page begins, of the answer as it was when the first one was asked. */
    record Cursor(Instant asked, int after) {

        static Cursor read(@Nullable String text, Instant now) {
            if (text == null || text.isBlank()) {
                return new Cursor(now, 0);
            }
            try {
                var parts = text.split("_", 2);
                return new Cursor(
                        Times.known(Instant.ofEpochMilli(Long.parseLong(parts[0]))),
                        Math.max(0, Integer.parseInt(parts[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeException wrong) {
                throw new Malformed(FieldProblem.of("cursor", "NOT_A_CURSOR"));
            }
        }

        String text() {
            return asked.toEpochMilli() + "_" + after;
        }
    }
}
