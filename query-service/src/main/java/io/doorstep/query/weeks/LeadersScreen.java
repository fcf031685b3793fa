package io.doorstep.query.weeks;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import io.doorstep.weeks.Leaders;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 下访领导页。 Who can be sent, and when he is away. */
@Screen
class LeadersScreen {

    private final WeekReader weeks;
    private final Leaders leaders;
    private final ReferenceData reference;

    LeadersScreen(WeekReader weeks, Leaders leaders, ReferenceData reference) {
        this.weeks = weeks;
        this.leaders = leaders;
        this.reference = reference;
    }

    @GetMapping("/weeks/leaders")
    String leaders(@RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        if (!WeekReader.oversees(viewer) && !viewer.is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        var at = weeks.county(viewer, county);
        var today = weeks.today();
        model.addAttribute("county", at);
        model.addAttribute("leaders", leaders.of(at, today));
        model.addAttribute("away", leaders.away(today, today.plusMonths(3)));
        model.addAttribute("ranks", Say.names(LeaderRank.class));
        model.addAttribute(
                "townships",
                reference.places(at, today).stream()
                        .filter(place -> place.level() == PlaceLevel.TOWNSHIP)
                        .toList());
        model.addAttribute("keeps", WeekReader.plans(viewer) || viewer.is(Role.ADMINISTRATOR));
        model.addAttribute("today", today);
        return "weeks/leaders";
    }
}
