package io.doorstep.query.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.query.layout.Say;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessLogPage {

    private final AccessEntries entries;
    private final Exports exports;
    private final MessageSource messages;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;

    AccessLogPage(
            AccessEntries entries,
            Exports exports,
            MessageSource messages,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone) {
        this.entries = entries;
        this.exports = exports;
        this.messages = messages;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<AccessEntry> items, @Nullable Long next) {}

    @GetMapping("/api/access-log")
    ResponseEntity<Items> page(@RequestParam MultiValueMap<String, String> request) {
        var reader = MayReadLog.or403();
        var page = entries.page(reader, AccessFilter.read(request, zone));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Items(page.items(), page.next().orElse(null)));
    }

    @GetMapping("/api/access-log.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var reader = MayReadLog.or403();
        if (exports.format(format).isEmpty()) {
            throw Named.notFound();
        }
        var filter = AccessFilter.read(request, zone).whole();
        var today = deadlines.day(clock.instant());
        var say = new Say(messages, locale, reference, zone, today);
        var headings = Stream.of("at", "who", "roles", "unit", "number", "title", "what", "purpose")
                .map(column -> say.word("accesslog." + column))
                .toList();
        var rows = entries.whole(reader, filter).map(one -> cells(one, say));
        exports.send(response, format, new Table(say.word("accesslog.heading"), headings, rows), "access-log", today);
    }

    private List<@Nullable Object> cells(AccessEntry one, Say say) {
        return Arrays.asList(
                one.at().atZone(zone).toOffsetDateTime(),
                say.officer(one.actor()),
                say.roles(one.roleNames()),
                say.unit(one.unit()),
                one.number(),
                one.title(),
                say.constant("AccessWhat", one.what()),
                say.constant("AccessPurpose", one.purpose()));
    }
}
