package io.doorstep.standalone.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** 工作负荷。 Officers who report and handle cases one after another, and remember every answer that they got. */
final class Workload {

    private static final int OFFICERS = 4;

    /** Case to the highest version that was acknowledged. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    private final AtomicLong answers = new AtomicLong();

    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    long answers() {
        return answers.get();
    }

    /** Works until told to stop or until the office no longer answers. */
    CompletableFuture<Void> start(Office office, AtomicBoolean stop) {
        return CompletableFuture.allOf(IntStream.range(0, OFFICERS)
                .mapToObj(n -> CompletableFuture.runAsync(() -> work(office, stop), task -> new Thread(task).start()))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void work(Office office, AtomicBoolean stop) {
        try {
            while (!stop.get()) {
                handle(office, UUID.randomUUID().toString());
            }
        } catch (IOException killed) {
            // the office is gone; what it acknowledged is remembered
        }
    }

    private void handle(Office office, String caseId) throws IOException {
        var steps = List.of(
                new String[] {"officer", "", """
                        {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "%s", "place": "430525",
                         "title": "邻里排水纠纷", "statement": "雨水流入院内", "petitioners": [{"name": "张某"}]}
                        """.formatted(caseId, category(office))},
                new String[] {
                    "dispatcher", "/assignments", "{\"unit\": \"u-natural-resources\", \"officer\": \"handler\"}"
                },
                new String[] {"handler", "/signature", "{}"},
                new String[] {"handler", "/acceptance", "{}"},
                new String[] {"handler", "/notes", "{\"text\": \"已约双方见面\"}"});
        for (var step : steps) {
            var path = step[1].isEmpty() ? "/api/cases" : "/api/cases/" + caseId + step[1];
            var receipt = Office.read(office.post(step[0], path, step[2]));
            acknowledged.merge(caseId, receipt.get("version").longValue(), Math::max);
            answers.incrementAndGet();
        }
    }

    private final Map<Office, String> categories = new ConcurrentHashMap<>();

    /** Some category of the lowest level. */
    private String category(Office office) {
        return categories.computeIfAbsent(office, one -> {
            var items = one.json("officer", "/api/categories").get("items");
            return items.get(items.size() - 1).get("code").stringValue();
        });
    }
}
