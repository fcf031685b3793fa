package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 职责背后的案件。 The cases behind each number of the compliance view. */
@RestController
class ComplianceCasesPage {

    private final Compliance compliance;
    private final ComplianceRequest requests;
    private final Clock clock;

    ComplianceCasesPage(Compliance compliance, ComplianceRequest requests, Clock clock) {
        this.compliance = compliance;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * @param reason why it fell away; null when it did not
     * @param due its last day
     * @param done null while it is not
     */
    record Item(
            String caseId,
            String number,
            String title,
            String verdict,
            @Nullable String reason,
            LocalDate due,
            @Nullable Instant done,
            boolean extended,
            String place,
            @Nullable String unit) {

        static Item of(Owed owed) {
            var counted = owed.counted();
            var state = counted.of();
            return new Item(
                    state.caseId(),
                    state.number(),
                    state.matter().title(),
                    owed.verdict().key(),
                    owed.verdict() == Verdict.EXCLUDED ? counted.reason() : null,
                    owed.due(),
                    owed.done(),
                    owed.extended(),
                    counted.place(),
                    counted.unit());
        }
    }

    record Items(List<Item> items, long total, @Nullable String next) {}

    @GetMapping("/api/compliance/cases")
    Items cases(@RequestParam MultiValueMap<String, String> request) {
        var cursor = BehindPage.Cursor.read(request.getFirst("cursor"), clock.instant());
        var question = requests.read(SignedIn.now().actor(), request, cursor.asked());
        var duty = ComplianceRequest.duty(request.getFirst("duty"));
        var verdict = ComplianceRequest.verdict(request.getFirst("verdict"));
        var key = question.by() == null ? "" : Objects.requireNonNullElse(request.getFirst("key"), "");
        var reason = request.getFirst("reason");
        var found = compliance.behind(question, duty, key).stream()
                .filter(owed -> verdict == null
                        || verdict.equals(owed.verdict().key())
                        || (verdict.equals("extended") && owed.extended()))
                .filter(owed -> reason == null || reason.equals(owed.counted().reason()))
                .toList();
        var from = Math.min(cursor.after(), found.size());
        var end = Math.min(found.size(), from + BehindPage.size(request.getFirst("size")));
        var items = found.subList(from, end).stream().map(Item::of).toList();
        var next = end < found.size() ? new BehindPage.Cursor(cursor.asked(), end).text() : null;
        return new Items(items, found.size(), next);
    }
}
