package io.doorstep.query.duework;

import io.doorstep.identity.SignedIn;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 到期待办接口。 What is due for whom, by the span of time in which it is due. */
@RestController
class DueWorkPage {

    private static final Set<String> KNOWN = Set.of("whose", "span", "cursor", "size");
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final DueWork due;

    DueWorkPage(DueWork due) {
        this.due = due;
    }

    /**
     * @param counts by the name of the span
     * @param items of the span asked for, or of all spans, each from its beginning
     * @param next where the span goes on; null at its end, and when all spans were asked for
     */
    record Answer(
            LocalDate today,
            String whose,
            Map<String, Long> counts,
            List<DueItem> items,
            @Nullable String next) {}

    @GetMapping("/api/due-work")
    Answer due(@RequestParam MultiValueMap<String, String> request) {
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Malformed(FieldProblem.of(unknown, "UNKNOWN_FIELD", "whose, span, cursor, size"));
                });
        var reader = SignedIn.now().actor();
        var whose = Whose.parse(request.getFirst("whose"), reader);
        var span = Span.parseIfAny(request.getFirst("span"));
        var size = size(request.getFirst("size"));
        var counts = new LinkedHashMap<String, Long>();
        due.counts(reader, whose).forEach((one, count) -> counts.put(one.key(), count));
        if (span != null) {
            var part = due.part(reader, whose, span, request.getFirst("cursor"), size);
            return new Answer(due.today(), whose.key(), counts, part.items(), part.next());
        }
        var items = Arrays.stream(Span.values())
                .flatMap(one -> due.part(reader, whose, one, null, size).items().stream())
                .toList();
        return new Answer(due.today(), whose.key(), counts, items, null);
    }

    private static int size(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new Malformed(FieldProblem.of("size", "OUT_OF_RANGE", 1, MOST));
    }
}
