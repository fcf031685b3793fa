package io.doorstep.standalone.demo;

import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.standalone.wiring.ServiceCondition;
import io.doorstep.web.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 演示年度。 Plays an invented year through the real commands. Every step has its receipt, so that a load that was cut
 * off goes on where it was, and a second one changes nothing.
 */
@Component
@Conditional(ServiceCondition.Command.class)
@Profile("demo")
class DemoYear {
    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);
    private static final int PROGRESS = 500;
    /** Facts under an import's id are history: they may lie a year back, and nothing is sent out for them. */
    private static final String IMPORT = "demo";

    private final Commands commands;
    private final ReferenceData reference;
    private final OfficeHours hours;
    private final JdbcClient jdbc;
    private volatile boolean stopped;

    DemoYear(Commands commands, ReferenceData reference, WorkCalendar calendar, ZoneId officeZone, JdbcClient jdbc) {
        this.commands = commands;
        this.reference = reference;
        this.hours = new OfficeHours(calendar, officeZone);
        this.jdbc = jdbc;
    }

    /** Plays the year up to its end, unless that was reached before; returns how many steps were refused: none. */
    int play(Instant end) {
        var steps = steps(end);
        return isDone(steps.get(steps.size() - 1)) ? 0 : play(steps);
    }

    List<Step> steps(Instant end) {
        var villages = reference.places(null, hours.day(end)).stream()
                .filter(place -> place.level() == PlaceLevel.VILLAGE)
                .map(place -> new Village(place.code(), place.name()))
                .toList();
        return CountyYear.until(end, villages, hours);
    }

    int play(List<Step> steps) {
        LOG.info("演示数据载入中 / loading the demo year: {} steps", steps.size());
        var refused = 0;
        for (var i = 0; i < steps.size() && !stopped; i++) {
            refused += send(steps.get(i)) ? 0 : 1;
            if ((i + 1) % PROGRESS == 0) {
                LOG.info("演示数据 / demo year: {} of {}", i + 1, steps.size());
            }
        }
        if (stopped) {
            return refused;
        }
        LOG.info("演示数据已载入 / the demo year is loaded");
        return refused;
    }

    /** After the step at hand; the next start goes on there. */
    void stop() {
        stopped = true;
    }

    private boolean send(Step step) {
        try {
            commands.send(step.command(), new Sending(step.who(), List.of(step.key()), "demo", null, IMPORT, null));
            return true;
        } catch (Named refused) {
            LOG.warn(
                    "demo step {} of {} refused: {}",
                    step.key(),
                    step.command().getClass().getSimpleName(),
                    refused.code());
            return false;
        }
    }

    private boolean isDone(Step last) {
        return jdbc.sql("select count(*) from command_receipt where receipt_key = ?")
                        .param(last.key())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
