package io.doorstep.query.print;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.access.AccessReport;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** 查阅情况告知单。 Who has had a person's data opened, on paper for him. */
@Screen
class AccessReportPrint {

    private final AccessReport report;
    private final Press press;
    private final Clock clock;

    AccessReportPrint(AccessReport report, Press press, Clock clock) {
        this.report = report;
        this.press = press;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/access-report.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String id, @ModelAttribute("say") Say say, Locale locale) {
        var told = report.make(id, say);
        var number = told.found().number();
        var title = say.word("print.access.title");
        var printed = say.word(
                "print.printed",
                String.valueOf(say.moment(clock.instant())),
                String.valueOf(say.officer(SignedIn.now().actor().id())));
        var pdf = press.print(
                "access", locale, Map.of("told", told, "number", number, "title", title, "printed", printed));
        return Paper.of(pdf, number + "-access", number + "-" + title);
    }
}
