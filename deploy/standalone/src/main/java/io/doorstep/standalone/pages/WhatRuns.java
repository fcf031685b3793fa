package io.doorstep.standalone.pages;

import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** 运行概况。 What the start page tells about the running process; cheap enough to be asked at every visit. */
@Component
class WhatRuns {
    private static final String LAG = "doorstep.projection.lag";

    private final String version;
    private final String database;
    private final JdbcClient jdbc;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final MeterRegistry meters;

    WhatRuns(
            @Value("${doorstep.version}") String version,
            DataSource database,
            JdbcClient jdbc,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock,
            MeterRegistry meters)
            throws MetaDataAccessException {
        this.version = version;
        this.database = JdbcUtils.extractDatabaseMetaData(database, WhatRuns::name);
        this.jdbc = jdbc;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.meters = meters;
    }

    /** How many there are of what: 案件 cases and so on. */
    record Counts(long cases, long facts, int places, int units, int officers) {}

    /** How far a projection is behind the facts; the values carry their units in their names. */
    record Projection(String name, Map<String, Long> lag) {}

    LocalDate today() {
        return deadlines.day(clock.instant());
    }

    String version() {
        return version;
    }

    String database() {
        return database;
    }

    Counts counts() {
        var today = today();
        return new Counts(
                // numbers given out, not rows counted: the facts may be millions
                number("select coalesce(sum(last_given), 0) from case_number"),
                number("select coalesce(max(global_index), 0) from aggregate_event_entry"),
                reference.places(null, today).size(),
                reference.units(null, today).size(),
                reference.officers(null, today).size());
    }

    List<Projection> projections() {
        var byName = new TreeMap<String, Map<String, Long>>();
        for (var meter : meters.getMeters()) {
            if (meter instanceof Gauge gauge && gauge.getId().getName().startsWith(LAG)) {
                var name = gauge.getId().getTags().stream().map(Tag::getValue).collect(Collectors.joining(" "));
                byName.computeIfAbsent(name, key -> new TreeMap<>())
                        .put(gauge.getId().getName().substring(LAG.length() + 1), Math.round(gauge.value()));
            }
        }
        return byName.entrySet().stream()
                .map(entry -> new Projection(entry.getKey(), entry.getValue()))
                .toList();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String name(DatabaseMetaData about) throws SQLException {
        return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
    }
}
