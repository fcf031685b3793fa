package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.digest.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 没有信号的一天。 From taking along to the last receipt, with the server dead, the browser closed and the line torn in between. */
@ExtendWith(Browser.class)
class VisitAppTest {
    private static final Logger LOG = LoggerFactory.getLogger(VisitAppTest.class);

    @Test
    void seven_visits_of_a_day_without_signal_arrive_exactly_once_byte_for_byte(Chromium chromium) throws Exception {
        try (var office = Office.ofDemoAccounts();
                var line = new FlakyLine(office.port());
                var phone = new Phone(chromium, line.origin(), Language.ZH)) {
            var cases = fiveCases(office);
            phone.begin("cadre");
            phone.takeAlong(List.copyOf(cases.keySet()));

            office.kill();
            line.is(FlakyLine.State.DOWN);
            phone.offline(true);
            var visits = List.of(0, 0, 1, 1, 2, 3, 4);
            for (var i = 0; i < visits.size(); i++) {
                phone.visit(title(visits.get(i)), "第" + i + "次走访所见。", List.of(Snapshot.number(i)));
            }
            assertThat(phone.find("#outbox > li[data-state=WAITING]")).hasCount(7);
            var held = phone.held();
            assertThat(phone.copied()).contains("WAITING").doesNotContain("所见", "承包地", "赵某甲", Snapshot.TELLTALE);

            phone.restart(false);
            phone.unlock();
            assertThat(phone.find("a.row")).hasCount(5);
            correct(phone, 3, "第3次走访所见，已更正。");
            assertThat(phone.held()).isEqualTo(held);

            office.startAgain();
            line.is(FlakyLine.State.BAD);
            phone.offline(false);
            phone.sendUntilAllArrived();
            LOG.info("the line: {}", line);
            assertThat(line.cut()).as(line.toString()).isBetween(line.asked() / 4, line.asked() * 3 / 4);
            assertThat(line.asked()).isGreaterThan(40);
            line.is(FlakyLine.State.GOOD);

            office.waitForLists();
            arrivedOnce(office, cases, visits, held);
            assertThat(phone.find("#outbox [data-state=ARRIVED], #outbox [data-state=DECISION]"))
                    .hasCount(21);
            assertThat(phone.copied()).doesNotContain("WAITING");
            assertThat(phone.faults()).isEmpty();

            office.kill();
            var kept = office.keptFiles();
            held.forEach((visit, files) ->
                    files.forEach(hash -> assertThat(Sha256.hex(kept.read(visit.substring(0, 36), hash)))
                            .isEqualTo(hash)));
        }
    }

    private static void correct(Phone phone, int number, String findings) {
        phone.go("outbox");
        phone.find("#outbox > li > a").nth(number).click();
        phone.find("#screen button.big").click();
        assertThat(phone.find("[name=findings]")).hasValue("第" + number + "次走访所见。");
        phone.find("[name=findings]").fill(findings);
        phone.handOver();
        assertThat(phone.find("#outbox > li[data-state=WAITING]")).hasCount(7);
    }

    private static void arrivedOnce(
            Office office, Map<String, String> cases, List<Integer> visits, Map<String, List<String>> held) {
        var found = new ArrayList<String>();
        var files = new ArrayList<String>();
        for (var caseId : cases.values()) {
            var facts =
                    office.json("officer", "/api/cases/" + caseId + "/history").get("items");
            for (var fact : facts) {
                switch (fact.get("type").stringValue()) {
                    case "CaseVisited" -> found.add(fact.toString());
                    case "AttachmentAdded" -> files.add(fact.toString());
                    default -> {}
                }
            }
        }
        assertThat(found).hasSize(visits.size());
        IntStream.range(0, visits.size())
                .forEach(i -> assertThat(found)
                        .filteredOn(one -> one.contains(i == 3 ? "第3次走访所见，已更正。" : "第" + i + "次走访所见。"))
                        .hasSize(1));
        var hashes = held.values().stream().flatMap(List::stream).toList();
        assertThat(hashes).hasSize(14).doesNotHaveDuplicates();
        assertThat(files).hasSize(hashes.size());
    }

    private static String title(int number) {
        return "承包地四至不清第" + number + "件";
    }

    /** Title to id. */
    private static Map<String, String> fiveCases(Office office) {
        var cases = new HashMap<String, String>();
        for (var i = 0; i < 5; i++) {
            var id = UUID.randomUUID().toString();
            office.command("officer", "/api/cases", """
                    {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "0101", "place": "430525",
                     "title": "%s", "statement": "希望重新丈量。", "petitioners": [{"name": "赵某甲", "phone": "0739-000000%d"}]}
                    """.formatted(id, title(i), i));
            cases.put(title(i), id);
        }
        office.waitForLists();
        return cases;
    }
}
