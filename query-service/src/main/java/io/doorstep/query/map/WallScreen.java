package io.doorstep.query.map;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.time.Clock;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** 大屏。 The wall of the office: how things stand, readable from five metres; it asks for itself again. */
@Screen
class WallScreen {

    private final Standings standings;
    private final MapView map;
    private final YearRate rate;
    private final Clock clock;

    WallScreen(Standings standings, MapView map, YearRate rate, Clock clock) {
        this.standings = standings;
        this.map = map;
        this.rate = rate;
        this.clock = clock;
    }

    @GetMapping("/wall")
    String page(@ModelAttribute("say") Say say, Locale locale, Model model) {
        var moment = Moment.present(clock.instant());
        var viewer = SignedIn.now().actor();
        map.into(model, viewer, moment, say);
        model.addAttribute("standing", standings.at(viewer, moment));
        model.addAttribute("rate", rate.of(viewer, moment, say.today(), locale));
        model.addAttribute("moment", moment);
        model.addAttribute("month", say.today().withDayOfMonth(1));
        return "map/wall";
    }
}
