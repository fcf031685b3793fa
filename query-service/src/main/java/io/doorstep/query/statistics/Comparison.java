package io.doorstep.query.statistics;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 对比期。 The window that figures are compared with. It is seen from as far ahead as the later one: cases of last year, told
 * as of today, would have had a year longer to be resolved.
 */
enum Comparison {
    /** 上年同期。 The same window a year before. */
    YEAR,
    /** 上一期。 The window of the same length that ends where this one begins. */
    WINDOW;

    static @Nullable Comparison parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(one -> one.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of("compare", "UNKNOWN_CONSTANT", "year, window")));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same question about the earlier window; null when the window has no beginning or no end to go back from. */
    @Nullable
    Question earlier(Question question, ZoneId zone) {
        var window = question.window();
        var from = window.from();
        var to = window.to();
        if (from == null || to == null) {
            return null;
        }
        var length = Duration.between(from, to);
        var moment = question.moment().holdingAt(back(window.at(), length, zone));
        return new Question(
                question.viewer(),
                moment,
                new Window(back(from, length, zone), back(to, length, zone), moment.now(), window.deadlines())
                        .by(window.definitions()),
                question.scope(),
                question.by());
    }

    private Instant back(Instant moment, Duration length, ZoneId zone) {
        return this == YEAR ? moment.atZone(zone).minusYears(1).toInstant() : moment.minus(length);
    }
}
