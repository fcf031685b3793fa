package io.doorstep.query.meeting;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Frame;
import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.ListChoices;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import io.doorstep.query.layout.Sort;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class MeetingScreen {

    /** Most matters that one meeting enters in one go. */
    private static final int ROWS = 20;

    private static final Sort BY_NUMBER = Sort.byFilled("number", "s.number", Sort.Kind.TEXT);

    private final Meetings meetings;
    private final ReferenceData reference;
    private final Clock clock;
    private final ZoneId zone;

    MeetingScreen(Meetings meetings, ReferenceData reference, Clock clock, ZoneId officeZone) {
        this.meetings = meetings;
        this.reference = reference;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping("/meetings")
    String all(@RequestParam MultiValueMap<String, String> request, @ModelAttribute("say") Say say, Model model) {
        model.addAttribute("meetings", meetings.all(SignedIn.now().actor(), moment(request, say)));
        return "meeting/meetings";
    }

    @GetMapping("/meetings/new")
    String form(@ModelAttribute("frame") Frame frame, @ModelAttribute("say") Say say, Model model) {
        if (!frame.reports()) {
            throw Named.roleMayNot();
        }
        model.addAttribute("choices", ListChoices.on(say.today(), reference));
        model.addAttribute("rows", ROWS);
        model.addAttribute("today", say.today());
        return "meeting/new";
    }

    @GetMapping("/meetings/{place:[0-9]+}/{day}")
    String one(
            @PathVariable String place,
            @PathVariable String day,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Model model) {
        describe(place, day, request, say, model);
        return "meeting/meeting";
    }

    @GetMapping("/meetings/{place:[0-9]+}/{day}/print")
    String print(
            @PathVariable String place,
            @PathVariable String day,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Model model) {
        describe(place, day, request, say, model);
        return "meeting/print";
    }

    private void describe(String place, String day, MultiValueMap<String, String> request, Say say, Model model) {
        var on = MeetingPage.day(day);
        var moment = moment(request, say);
        var lines = meetings.of(SignedIn.now().actor(), moment, place, on);
        var asked = ListAddress.withoutBlanks(request);
        model.addAttribute("meeting", Meeting.of(place, null, on, lines));
        model.addAttribute("lines", lines);
        model.addAttribute("leftOut", 0L);
        model.addAttribute("moment", moment);
        model.addAttribute("list", new ListAddress("/meetings/" + place + "/" + on, asked, asked, BY_NUMBER));
    }

    private Moment moment(MultiValueMap<String, String> request, Say say) {
        return CaseRequest.read(ScreenRequest.read(request, say.today(), zone), clock.instant())
                .moment();
    }
}
