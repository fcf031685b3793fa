package io.doorstep.query.timeline;

import io.doorstep.query.layout.FactWords;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline as a part of the case's page. */
@Screen
class TimelineScreen {

    private final TimelinePage timeline;
    private final ZoneId zone;

    TimelineScreen(TimelinePage timeline, ZoneId officeZone) {
        this.timeline = timeline;
        this.zone = officeZone;
    }

    @GetMapping("/cases/{id}/timeline")
    String part(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var all = timeline.page(id, ScreenRequest.read(request, say.today(), zone), locale);
        var words = new FactWords(say);
        model.addAttribute("caseId", id);
        model.addAttribute(
                "entries",
                all.items().stream()
                        .map(entry -> new Told(entry, words.of(entry.type(), entry.changes())))
                        .toList());
        return "timeline/timeline";
    }

    /** An entry with what it says, in words. */
    record Told(Entry entry, List<FactWords.Line> said) {

        /** When whoever recorded it decided. */
        public String seenAt() {
            return entry.recordedAt().toString();
        }

        /** Up to when facts were on record that he could see. */
        public String knownBefore() {
            return entry.recordedAt().minus(1, ChronoUnit.MICROS).toString();
        }
    }
}
