package io.doorstep.query.map;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class MapScreen {

    private final MapView map;
    private final Clock clock;
    private final ZoneId zone;

    MapScreen(MapView map, Clock clock, ZoneId officeZone) {
        this.map = map;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping("/map")
    String page(@RequestParam MultiValueMap<String, String> request, @ModelAttribute("say") Say say, Model model) {
        var exact = ScreenRequest.read(request, say.today(), zone);
        var moment = CaseRequest.read(exact, clock.instant()).moment();
        map.into(model, SignedIn.now().actor(), moment, say);
        var asked = ListAddress.withoutBlanks(request);
        model.addAttribute("moment", moment);
        model.addAttribute("at", asked.getFirst("at"));
        model.addAttribute("knownAt", asked.getFirst("knownAt"));
        return "map/map";
    }
}
