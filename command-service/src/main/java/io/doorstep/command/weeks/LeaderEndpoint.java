package io.doorstep.command.weeks;

import io.doorstep.command.web.Ask;
import io.doorstep.command.web.FormChecks;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.Role;
import io.doorstep.web.Form;
import io.doorstep.web.Named;
import io.doorstep.weeks.Leader;
import io.doorstep.weeks.Leaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LeaderEndpoint {

    private final Leaders leaders;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    LeaderEndpoint(Leaders leaders, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.leaders = leaders;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    record LeaderForm(
            @Nullable String county,
            String account,
            LeaderRank rank,
            List<String> townships,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements Form {}

    record AwayForm(String account, LocalDate from, LocalDate to) implements Form {}

    @PostMapping("/api/leaders")
    ResponseEntity<Leader> put(@RequestBody LeaderForm form, Ask ask) {
        only(ask);
        var today = deadlines.day(clock.instant());
        var county = Planners.county(ask.actor(), form.county(), reference, today);
        var checks = new FormChecks(reference, today).officer("account", form.account());
        for (var i = 0; i < form.townships().size(); i++) {
            var code = form.townships().get(i);
            checks.require(
                    reference
                            .place(code, today)
                            .filter(place -> place.level() == PlaceLevel.TOWNSHIP && place.isUnder(county))
                            .isPresent(),
                    "townships[" + i + "]",
                    "UNKNOWN_PLACE");
        }
        var from = form.validFrom() == null ? today : form.validFrom();
        checks.require(form.validTo() == null || form.validTo().isAfter(from), "validTo", "NOT_AFTER_THE_START")
                .done();
        var leader = new Leader(
                form.account(),
                county,
                form.rank(),
                form.townships().stream().distinct().toList(),
                from,
                form.validTo());
        leaders.put(leader);
        return ResponseEntity.ok(leader);
    }

    @PostMapping("/api/leaders/away")
    ResponseEntity<Leaders.Away> away(@RequestBody AwayForm form, Ask ask) {
        only(ask);
        new FormChecks(reference, deadlines.day(clock.instant()))
                .officer("account", form.account())
                .done();
        var away = new Leaders.Away(form.account(), form.from(), form.to());
        leaders.putAway(away);
        return ResponseEntity.ok(away);
    }

    private static void only(Ask ask) {
        var may = ask.actor().is(Role.ADMINISTRATOR, Role.DISPATCHER, Role.PETITION_OFFICER, Role.COORDINATION_GROUP);
        if (!may) {
            throw Named.roleMayNot();
        }
        Planners.ofTheCounty(ask.actor());
    }
}
