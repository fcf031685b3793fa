package io.doorstep.query.asof;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 时点。 The legal moment and the state of knowledge that a question is about.
 *
 * @param now the moment that lights, days left and "overdue" are told for: {@code at} when it was given, else the clock's
 * @param holdsAt the moment that decides what holds: a fact of a clock that is a little fast, acknowledged a moment ago,
 *     must show, so without {@code at} it lies five minutes ahead
 * @param knownAt null when all that is on record counts
 * @param part which of the rows that hold are asked for
 */
public record Moment(Instant now, Instant holdsAt, @Nullable Instant knownAt, Part part) {

    /** 知晓以来。 What became of a row since the state of knowledge that is asked for. */
    enum Part {
        ALL,
        /** It is how the case stands today. */
        STANDS,
        /** Something was recorded since. */
        REPLACED
    }

    public Moment(Instant now, Instant holdsAt, @Nullable Instant knownAt) {
        this(now, holdsAt, knownAt, Part.ALL);
    }

    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);

    /** The world as it is, with all that is on record. */
    public static Moment present(Instant now) {
        return new Moment(now, now.plus(FAST_CLOCK), null);
    }

    /** As asked for; what was not given is the present. */
    public static Moment of(@Nullable Instant at, @Nullable Instant knownAt, Instant now) {
        var exact = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        var known = knownAt == null ? null : knownAt.truncatedTo(ChronoUnit.MICROS);
        return exact == null ? new Moment(now, now.plus(FAST_CLOCK), known) : new Moment(exact, exact, known);
    }

    /** Reads {@code at} and {@code knownAt} of a request, ISO-8601 with offset; names both when both are wrong. */
    public static Moment parse(@Nullable String at, @Nullable String knownAt, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        var moment = of(instant("at", at, problems), instant("knownAt", knownAt, problems), now);
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return moment;
    }

    /** Whether this is the world as it is, not as it once was or was known. */
    public boolean isPresent() {
        return knownAt == null && holdsAt.isAfter(now);
    }

    /** Whether the rows asked for are among those of the present, which have indexes of their own. */
    public boolean isAmongPresent() {
        return isPresent() || part == Part.STANDS;
    }

    /**
     * The same in parts which together hold just its rows: where it is the present as it was known some time ago, nearly all
     * of them stand, and those an index finds.
     */
    public List<Moment> parts() {
        return knownAt != null && holdsAt.isAfter(now)
                ? List.of(
                        new Moment(now, holdsAt, knownAt, Part.STANDS),
                        new Moment(now, holdsAt, knownAt, Part.REPLACED))
                : List.of(this);
    }

    /** The same legal moment, with all that is on record. */
    public Moment knowingAll() {
        return new Moment(now, holdsAt, null);
    }

    /** The same state of knowledge at another legal moment, such as the start of a window. */
    public Moment holdingAt(Instant other) {
        return new Moment(other, other, knownAt);
    }

    private static @Nullable Instant instant(String field, @Nullable String text, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Times.moment(text);
        } catch (DateTimeException wrong) {
            problems.add(FieldProblem.of(field, "NOT_A_TIME"));
            return null;
        }
    }

    /** SQL that is true for the rows of {@code s} which hold at this moment, as known then. */
    Fragment validAt() {
        if (isPresent()) {
            // nothing is on record for more than minutes ahead, so what holds is what holds for ever: an index can tell
            return Fragment.of(
                    "s.recorded_to = " + Rectangle.SQL_FOREVER + " and s.occurred_to = " + Rectangle.SQL_FOREVER);
        }
        var sql = "s.occurred_from <= :holdsAt and "
                + (part == Part.STANDS ? "s.occurred_to = " + Rectangle.SQL_FOREVER : "s.occurred_to > :holdsAt")
                + (knownAt == null
                        ? " and s.recorded_to = " + Rectangle.SQL_FOREVER
                        : " and s.recorded_from <= :knownAt and " + recordedTo());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("holdsAt", SqlTime.of(holdsAt));
        if (knownAt != null) {
            parameters.put("knownAt", SqlTime.of(knownAt));
        }
        return new Fragment(sql, parameters);
    }

    private String recordedTo() {
        return switch (part) {
            case ALL -> "s.recorded_to > :knownAt";
            case STANDS -> "s.recorded_to = " + Rectangle.SQL_FOREVER;
            case REPLACED -> "s.recorded_to > :knownAt and s.recorded_to < " + Rectangle.SQL_FOREVER;
        };
    }

    /** SQL for the light that the row {@code s} shows: a constant of {@code Light}. */
    public Fragment light() {
        return Fragment.of("""
                (case when s.due is null then 'NONE' when s.light_black_at <= :now then 'BLACK' \
                when s.light_red_at <= :now then 'RED' when s.light_amber_at <= :now then 'AMBER' \
                when s.light_notice_at <= :now then 'NOTICE' else 'GREEN' end)""", "now", SqlTime.of(now));
    }
}
