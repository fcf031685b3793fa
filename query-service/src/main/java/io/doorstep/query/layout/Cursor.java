package io.doorstep.query.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.query.asof.Moment;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 续页标记。 Where the next page goes on: behind which line, of which list, as of which moment. Pages that hang together by
 * it show one state of the world, whatever is written in between.
 *
 * @param list what was asked for: filter, sort and times, as {@link ListQuestion#list} has it
 * @param value of the sort column in the last line; null when it had none
 * @param key of the last line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cursor(
        String list,
        Instant now,
        Instant holdsAt,
        @Nullable Instant knownAt,
        @Nullable String value,
        String key,
        long total) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever makes one up may leave out what the type does not allow to be missing. */
    private boolean isWhole() {
        return Stream.of(list, now, holdsAt, key).allMatch(Objects::nonNull);
    }

    Moment moment() {
        return new Moment(now, holdsAt, knownAt);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    /** Throws {@link Malformed} when it is no cursor, or one of another list. */
    static Cursor parse(String text, String list, Sort sort) {
        Cursor cursor;
        try {
            cursor = JSON.readValue(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), Cursor.class);
            if (!cursor.isWhole()) {
                throw new IllegalArgumentException("a part is missing");
            }
            if (cursor.value != null) {
                sort.parse(cursor.value);
            }
            Times.known(cursor.now);
            Times.known(cursor.holdsAt);
            Times.known(Objects.requireNonNullElse(cursor.knownAt, cursor.now));
        } catch (IllegalArgumentException | JacksonException | DateTimeException unreadable) {
            throw new Malformed(FieldProblem.of("cursor", "CURSOR_UNREADABLE"));
        }
        if (!list.equals(cursor.list)) {
            throw new Malformed(FieldProblem.of("cursor", "CURSOR_OF_ANOTHER_LIST"));
        }
        return cursor;
    }
}
