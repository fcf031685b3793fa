package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * 不间断的工作。 Officers who go on whatever happens: what was not answered, or answered with 502, 503 or 504, they send once more under the
 * same key, as the pages and the phones do.
 */
final class SteadyWork {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<Integer> ASK_AGAIN = Set.of(502, 503, 504);

    private final Client office;
    private final String category;
    private volatile boolean over;
    private final AtomicLong again = new AtomicLong();
    private final LongAccumulator longest = new LongAccumulator(Long::max, 0);

    /** Case to the versions that were acknowledged, step after step. */
    private final Map<String, List<Long>> acknowledged = new ConcurrentHashMap<>();

    SteadyWork(Client office) {
        this.office = office;
        var items = office.json("officer", "/api/categories").get("items");
        this.category = items.get(items.size() - 1).get("code").stringValue();
    }

    CompletableFuture<Void> start(int officers) {
        return CompletableFuture.allOf(IntStream.range(0, officers)
                .mapToObj(n -> CompletableFuture.runAsync(this::work, task -> new Thread(task).start()))
                .toArray(CompletableFuture<?>[]::new));
    }

    void stop() {
        over = true;
    }

    Map<String, List<Long>> acknowledged() {
        return acknowledged;
    }

    long commands() {
        return acknowledged.values().stream().mapToLong(List::size).sum();
    }

    /** How often something had to be sent once more. */
    long again() {
        return again.get();
    }

    /** How long a command took at most until it was acknowledged, with all that had to be sent once more. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    private void work() {
        while (!over) {
            handle(UUID.randomUUID().toString());
        }
    }

    /** A case from its report to the note on it; answers when the last is acknowledged. */
    void handle(String caseId) {
        var versions = new java.util.concurrent.CopyOnWriteArrayList<Long>();
        acknowledged.put(caseId, versions);
        versions.add(send("officer", "/api/cases", """
                {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "%s", "place": "430525",
                 "title": "邻里排水纠纷", "statement": "雨水流入院内", "petitioners": [{"name": "张某"}]}
                """.formatted(caseId, category)));
        var path = "/api/cases/" + caseId;
        versions.add(send(
                "dispatcher", path + "/assignments", "{\"unit\": \"u-natural-resources\", \"officer\": \"handler\"}"));
        versions.add(send("handler", path + "/signature", "{}"));
        versions.add(send("handler", path + "/acceptance", "{}"));
        versions.add(send("handler", path + "/notes", "{\"text\": \"已约双方见面\"}"));
    }

    private long send(String who, String path, String json) {
        var key = UUID.randomUUID().toString();
        var begun = System.nanoTime();
        var patience = begun + PATIENCE.toNanos();
        while (System.nanoTime() < patience) {
            try {
                var answer = office.post(who, path, json, "Idempotency-Key", key);
                if (!ASK_AGAIN.contains(answer.statusCode())) {
                    longest.accumulate(System.nanoTime() - begun);
                    return Client.read(answer).get("version").longValue();
                }
            } catch (IOException gone) {
                // nobody knows whether it was taken: the key makes asking again safe
            }
            again.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("no answer within " + PATIENCE + ": POST " + path);
    }

    /** Reads until there is an answer. */
    JsonNode read(String who, String path) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < patience) {
            try {
                var answer = office.get(who, path);
                if (!ASK_AGAIN.contains(answer.statusCode())) {
                    return Client.read(answer);
                }
            } catch (IOException gone) {
                // reading again changes nothing
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("no answer within " + PATIENCE + ": GET " + path);
    }

    /** Every acknowledged step is there once, and no list, row or letter is at fault. */
    void everythingIsThere() {
        for (var one : acknowledged.entrySet()) {
            var history = read("supervisor", "/api/cases/" + one.getKey() + "/history?version=5");
            assertThat(history.get("items").size())
                    .as("facts of %s", one.getKey())
                    .isEqualTo(5);
            assertThat(one.getValue())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 5).boxed().toList());
        }
        assertThat(office.json("admin", "/api/completeness").get("faults").intValue())
                .isZero();
        assertThat(office.json("admin", "/api/dead-letters").get("items").size())
                .isZero();
        assertThat(office.json("supervisor", "/api/lists/problems?size=1")
                        .get("total")
                        .longValue())
                .isGreaterThanOrEqualTo(acknowledged.size());
    }
}
