package io.doorstep.query.meeting;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeetingPage {

    private final Meetings meetings;
    private final Clock clock;

    MeetingPage(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    record AllMeetings(List<Meeting> items) {}

    record DutyList(Meeting meeting, List<RaisedMatter> items) {}

    @GetMapping("/api/meetings")
    AllMeetings all(@RequestParam MultiValueMap<String, String> request) {
        var moment = CaseRequest.read(request, clock.instant()).moment();
        return new AllMeetings(meetings.all(SignedIn.now().actor(), moment));
    }

    @GetMapping("/api/meetings/{place:[0-9]+}/{day}")
    DutyList one(
            @PathVariable String place, @PathVariable String day, @RequestParam MultiValueMap<String, String> request) {
        var moment = CaseRequest.read(request, clock.instant()).moment();
        var items = meetings.of(SignedIn.now().actor(), moment, place, day(day));
        return new DutyList(Meeting.of(place, null, day(day), items), items);
    }

    static LocalDate day(String text) {
        try {
            return Times.day(text);
        } catch (DateTimeException wrong) {
            throw new Malformed(FieldProblem.of("day", "NOT_A_DATE"));
        }
    }
}
