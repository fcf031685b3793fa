package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 手机走访的岔路。 What happens to a phone beside the straight way: wrong PINs, a loss, a second visitor, a refusal, a token that ran out. */
@ExtendWith(Browser.class)
class PhoneWalksTest {

    @Test
    void ten_wrong_pins_wipe_what_the_pin_guards_and_keep_what_was_not_sent(Chromium chromium, Office office)
            throws IOException {
        try (var phone = new Phone(chromium, office.origin(), Language.ZH)) {
            var title = aCase(office);
            phone.begin("cadre");
            phone.takeAlong(List.of(title));
            phone.offline(true);
            phone.visit(title, "没有送达的走访。", List.of(Snapshot.number(1)));

            phone.restart(false);
            for (var left = 9; left > 0; left--) {
                phone.tryPin("000000");
                assertThat(phone.find("[role=alert]").first()).containsText("还可以试 " + left + " 次");
            }
            phone.tryPin("000000");
            assertThat(phone.find("[role=alert]").first()).containsText("案件已清除");
            assertThat(phone.find("#left")).containsText("1 次走访、2 个附件");

            phone.restart(false);
            assertThat(phone.find("#left")).isVisible();
            assertThat(phone.find("[name=pin]")).hasCount(0);
            assertThat(phone.keptUnder("forPin")).isZero();
            assertThat(phone.keptUnder("forOffice")).isEqualTo(3);
            assertThat(phone.faults()).isEmpty();
        }
    }

    @Test
    void a_phone_that_was_reported_lost_wipes_itself_and_the_desk_takes_in_what_it_never_sent(
            Chromium chromium, Office office, Desks desks) throws IOException {
        try (var phone = new Phone(chromium, office.origin(), Language.ZH)) {
            var title = aCase(office);
            phone.begin("cadre");
            phone.takeAlong(List.of(title));
            phone.offline(true);
            phone.visit(title, "丢手机之前写的走访。", List.of(Snapshot.number(2)));
            office.command("cadre", "/api/devices/" + phone.deviceId() + "/lost", "{}");

            // that there is a network again is reason enough to try
            phone.offline(false);
            assertThat(phone.find("[role=alert]").first()).containsText("挂失");
            assertThat(phone.find("#left")).containsText("1 次走访、2 个附件");

            var file = phone.export(phone.find("#left button").first()).path();
            var taken = office.upload("officer", "/api/visits/bundles", file);
            assertThat(taken.get("items").findValuesAsString("state")).containsExactly("ARRIVED", "ARRIVED", "ARRIVED");
            office.waitForLists();
            assertThat(history(office, title)).containsOnlyOnce("丢手机之前写的走访。");
            // and once more, by hand, changes nothing
            var desk = desks.of("officer").open("/visits/bundle");
            desk.find("[name=file]").setInputFiles(file);
            desk.find("form[data-command=\"/api/visits/bundles\"] [type=submit]")
                    .click();
            assertThat(desk.find("#taken [data-told=arrived]")).hasText("3");
            assertThat(desk.find("#taken [data-told=refused]")).hasText("0");
            office.waitForLists();
            assertThat(history(office, title)).containsOnlyOnce("丢手机之前写的走访。");

            phone.find("#left .grave").click();
            phone.find("dialog .grave").click();
            assertThat(phone.find("#left")).hasCount(0);
            assertThat(phone.keptUnder("forOffice")).isZero();
        }
    }

    @Test
    void two_people_visit_one_case_and_both_reports_stand(Chromium chromium, Office office) throws IOException {
        try (var one = new Phone(chromium, office.origin(), Language.ZH);
                var other = new Phone(chromium, office.origin(), Language.EN)) {
            var title = aCase(office);
            one.begin("cadre");
            one.takeAlong(List.of(title));
            other.begin("officer");
            other.takeAlong(List.of(title));
            one.visit(title, "答应三天内丈量。", List.of());
            one.sendUntilAllArrived();
            other.write(title, "对方要求上报。");
            other.find("[name=outcome]").selectOption("ESCALATED");
            other.handOver();
            other.sendUntilAllArrived();
            assertThat(other.find("#outbox li[data-state=DECISION]")).containsText("Another visit of that day");

            office.waitForLists();
            assertThat(history(office, title)).contains("答应三天内丈量。", "对方要求上报。");
        }
    }

    @Test
    void one_that_is_refused_says_why_stops_no_other_and_can_be_corrected(Chromium chromium, Office office)
            throws IOException {
        try (var phone = new Phone(chromium, office.origin(), Language.ZH)) {
            var wrong = aCase(office);
            var right = aCase(office);
            phone.begin("cadre");
            phone.takeAlong(List.of(wrong, right));
            phone.offline(true);
            phone.write(wrong, "同行的人写错了。");
            phone.find("[name=officers]").fill("nobody-of-that-name");
            phone.addPhoto(Snapshot.number(5));
            phone.handOver();
            phone.visit(right, "这一件照常。", List.of());

            phone.offline(false);
            assertThat(phone.find("#outbox > li[data-state=REFUSED] [role=alert]"))
                    .isVisible();
            assertThat(phone.find("#outbox > li[data-state=ARRIVED]")).hasCount(1);
            assertThat(phone.find("#outbox > li[data-state=REFUSED] li[data-state=WAITING]"))
                    .hasCount(1);

            phone.find("#outbox > li[data-state=REFUSED] > a").click();
            phone.find("#screen button.big").click();
            phone.find("[name=officers]").fill("");
            phone.handOver();
            phone.sendUntilAllArrived();
        }
    }

    @Test
    void a_token_that_holds_no_longer_asks_to_sign_in_and_nothing_is_lost(Chromium chromium, Office office)
            throws IOException {
        try (var phone = new Phone(chromium, office.origin(), Language.ZH)) {
            var title = aCase(office);
            phone.begin("cadre");
            phone.takeAlong(List.of(title));
            phone.offline(true);
            phone.visit(title, "等重新登录后送达。", List.of());
            office.command(
                    "cadre", "/api/devices", "{\"name\": \"x\", \"deviceId\": \"%s\"}".formatted(phone.deviceId()));

            phone.offline(false);
            assertThat(phone.find("[role=alert]")).containsText("需要重新登录");
            phone.find("a.button").click();
            phone.signIn("cadre");
            phone.unlock();
            phone.sendUntilAllArrived();
        }
    }

    private static String aCase(Office office) {
        var title = "请求丈量承包地" + UUID.randomUUID().toString().substring(0, 8);
        office.command("officer", "/api/cases", """
                {"kind": "PETITION", "channel": "VISIT", "category": "0101", "place": "430525",
                 "title": "%s", "statement": "希望重新丈量。", "petitioners": [{"name": "赵某甲", "phone": "0739-0000000"}]}
                """.formatted(title));
        office.waitForLists();
        return title;
    }

    private static String id(Office office, String title) {
        return office.json("officer", "/api/lists/problems?q=" + title.substring(7))
                .get("items")
                .get(0)
                .get("caseId")
                .stringValue();
    }

    private static String history(Office office, String title) {
        return office.json("officer", "/api/cases/" + id(office, title) + "/history")
                .toString();
    }
}
