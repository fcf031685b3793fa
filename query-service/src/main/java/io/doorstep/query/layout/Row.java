package io.doorstep.query.layout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 清单行的读法。 A row of the reading tables as the types that lines are made of.
 *
 * @param today the list's day, from which days are counted
 */
public record Row(ResultSet values, LocalDate today) {

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(values.getString(column), column);
    }

    public @Nullable String maybe(String column) throws SQLException {
        return values.getString(column);
    }

    public int number(String column) throws SQLException {
        return values.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return values.getBoolean(column);
    }

    public Instant moment(String column) throws SQLException {
        return Objects.requireNonNull(maybeMoment(column), column);
    }

    public @Nullable Instant maybeMoment(String column) throws SQLException {
        var moment = values.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public @Nullable LocalDate day(String column) throws SQLException {
        return values.getObject(column, LocalDate.class);
    }

    /** Calendar days from the list's day: 0 on the day itself, negative when it is past. */
    public @Nullable Long daysLeft(String column) throws SQLException {
        var day = day(column);
        return day == null ? null : ChronoUnit.DAYS.between(today, day);
    }
}
