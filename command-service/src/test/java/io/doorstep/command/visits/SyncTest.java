package io.doorstep.command.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.testing.CommandSide;
import io.doorstep.command.visits.VisitingOffice.Answer;
import io.doorstep.command.visits.VisitingOffice.Phone;
import io.doorstep.digest.Sha256;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.vault.SealedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 同步。 Whatever the order, the repetition and the splitting in which two telephones at once send the same visits and files, the
 * office ends with the same: each once, byte for byte. The seed of a round that fails is in its message.
 */
class SyncTest {

    private static final int ROUNDS = Integer.getInteger("sync.rounds", 6);

    @TempDir
    Path files;

    static Stream<String> databases() {
        return CommandSide.databases();
    }

    /** What one telephone has to bring: a visit, or a file that one speaks of. */
    private sealed interface Item {
        UUID caseId();
    }

    private record Visit(Phone phone, UUID caseId, UUID id, String json) implements Item {}

    // nobody compares two of them
    @SuppressWarnings("ArrayRecordComponent")
    private record File(Phone phone, UUID caseId, byte[] content) implements Item {}

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_is_lost_and_nothing_doubled_whatever_the_line_does(String database) throws Exception {
        try (var office = new VisitingOffice(database, files)) {
            var phones = List.of(office.phone("cadre"), office.phone("other"));
            for (var seed = 1; seed <= ROUNDS; seed++) {
                round(office, phones, new Random(seed), "seed " + seed);
            }
        }
    }

    private void round(VisitingOffice office, List<Phone> phones, Random random, String seed) throws Exception {
        var cases = List.of(office.assignedCase(), office.assignedCase(), office.assignedCase());
        var items = items(phones, cases, random);
        var requests = new ArrayList<Callable<Answer>>();
        for (var item : items) {
            for (var times = 1 + random.nextInt(3); times > 0; times--) {
                requests.addAll(requests(office, item, random));
            }
        }
        Collections.shuffle(requests, random);
        var line = Executors.newFixedThreadPool(4);
        try {
            for (var answer : line.invokeAll(requests)) {
                assertThat(answer.get().status())
                        .as(seed + " " + answer.get().code())
                        .isIn(200, 503);
            }
        } finally {
            line.shutdown();
        }
        // as each telephone does in the end: in order, until all is acknowledged
        for (var item : items) {
            untilAcknowledged(office, item);
        }
        for (var caseId : cases) {
            assertThat(visits(office, caseId)).as(seed).isEqualTo(expectedVisits(items, caseId));
            assertThat(filesOf(office, caseId)).as(seed).isEqualTo(expectedFiles(items, caseId));
        }
        for (var item : items) {
            if (item instanceof File file) {
                assertThat(office.side
                                .bean(SealedFiles.class)
                                .read(file.caseId().toString(), Sha256.hex(file.content())))
                        .as(seed)
                        .contains(file.content());
            }
        }
    }

    private static List<Item> items(List<Phone> phones, List<UUID> cases, Random random) {
        var items = new ArrayList<Item>();
        for (var n = 0; n < 7; n++) {
            var phone = phones.get(n % 2);
            var caseId = cases.get(random.nextInt(cases.size()));
            var pictures = new ArrayList<String>();
            for (var picture = random.nextInt(3); picture > 0; picture--) {
                var content = Pictures.jpeg(90 + random.nextInt(200), random);
                pictures.add("\"" + Sha256.hex(content) + "\"");
                items.add(new File(phone, caseId, content));
            }
            var id = UUID.randomUUID();
            items.add(new Visit(phone, caseId, id, """
                    {"visitId": "%s", "type": "DOWN_VISIT", "place": "430525", "findings": "第 %d 次",
                     "startedAt": "2026-03-%02dT09:00:00+08:00", "outcome": "NOT_MET", "attachments": %s}
                    """.formatted(id, n, 10 + n, pictures)));
        }
        return items;
    }

    /** The same item as one try sends it: a file cut into pieces anew, of which some never leave. */
    private static List<Callable<Answer>> requests(VisitingOffice office, Item item, Random random) {
        if (item instanceof Visit visit) {
            return List.of(() -> office.visit(visit.phone(), visit.caseId(), visit.json()));
        }
        var file = (File) item;
        var requests = new ArrayList<Callable<Answer>>();
        var from = 0;
        while (from < file.content().length) {
            var to = Math.min(file.content().length, from + 1 + random.nextInt(64 * 1024));
            var begin = from;
            if (random.nextInt(4) > 0) {
                requests.add(() -> office.piece(file.phone(), file.caseId(), file.content(), begin, to));
            }
            from = to;
        }
        return requests;
    }

    private static void untilAcknowledged(VisitingOffice office, Item item) throws Exception {
        if (item instanceof Visit visit) {
            assertThat(office.visit(visit.phone(), visit.caseId(), visit.json()).status())
                    .isEqualTo(200);
            return;
        }
        var file = (File) item;
        var answer = office.piece(
                file.phone(), file.caseId(), Sha256.hex(file.content()), file.content().length, 0, new byte[0]);
        while (!answer.body().path("complete").asBoolean()) {
            assertThat(answer.status()).isEqualTo(200);
            var from = answer.body().path("received").asInt();
            var to = Math.min(file.content().length, from + 64 * 1024);
            answer = office.piece(file.phone(), file.caseId(), file.content(), from, to);
        }
    }

    private static Map<String, List<String>> visits(VisitingOffice office, UUID caseId) {
        var found = new TreeMap<String, List<String>>();
        office.facts(caseId).stream()
                .filter(CaseVisited.class::isInstance)
                .map(CaseVisited.class::cast)
                .forEach(visit -> assertThat(found.put(visit.visitId(), visit.attachments()))
                        .as("a visit that is there already")
                        .isNull());
        return found;
    }

    private static Map<String, List<String>> expectedVisits(List<Item> items, UUID caseId) {
        var expected = new TreeMap<String, List<String>>();
        for (var item : items) {
            if (item instanceof Visit visit && visit.caseId().equals(caseId)) {
                var names = visit.json().replaceAll("(?s).*\"attachments\": \\[(.*)].*", "$1");
                expected.put(
                        visit.id().toString(),
                        Arrays.stream(names.split("[\", ]+"))
                                .filter(name -> !name.isEmpty())
                                .toList());
            }
        }
        return expected;
    }

    private static List<String> filesOf(VisitingOffice office, UUID caseId) {
        return office.facts(caseId).stream()
                .filter(AttachmentAdded.class::isInstance)
                .map(fact -> ((AttachmentAdded) fact).sha256())
                .sorted()
                .toList();
    }

    private static List<String> expectedFiles(List<Item> items, UUID caseId) {
        return List.copyOf(new TreeSet<>(IntStream.range(0, items.size())
                .mapToObj(items::get)
                .filter(item -> item.caseId().equals(caseId))
                .filter(File.class::isInstance)
                .map(item -> Sha256.hex(((File) item).content()))
                .toList()));
    }
}
