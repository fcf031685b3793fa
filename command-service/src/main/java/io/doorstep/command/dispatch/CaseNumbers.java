package io.doorstep.command.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 编号。 Case numbers such as 430525-2026-000001: county, year of the report, and a count without holes or doubles, given
 * out in the transaction of the report. The row's lock makes the nodes take turns.
 */
public final class CaseNumbers {

    private static final int COUNTY_DIGITS = 6;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    public CaseNumbers(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public String next(String place, Instant reportedAt) {
        var county = place.substring(0, Math.min(COUNTY_DIGITS, place.length()));
        var year = reportedAt.atZone(zone).getYear();
        if (jdbc.sql("update case_number set last_given = last_given + 1 where place = ? and report_year = ?")
                        .params(county, year)
                        .update()
                == 0) {
            begin(county, year);
        }
        var last = jdbc.sql("select last_given from case_number where place = ? and report_year = ?")
                .params(county, year)
                .query(Long.class)
                .single();
        return String.format(Locale.ROOT, "%s-%d-%06d", county, year, last);
    }

    private void begin(String county, int year) {
        try {
            jdbc.sql("insert into case_number (place, report_year, last_given) values (?, ?, 1)")
                    .params(county, year)
                    .update();
        } catch (DuplicateKeyException somebodyElseBegan) {
            throw new ConcurrencyException("the year's first number was given out meanwhile", somebodyElseBegan);
        }
    }
}
