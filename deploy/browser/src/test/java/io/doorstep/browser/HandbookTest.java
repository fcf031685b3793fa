package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 手册的图片。 Walks to what the handbook shows, and keeps what is on the screen there. */
@ExtendWith(Browser.class)
class HandbookTest {

    @Test
    void the_door_and_the_lists(Desks desks) {
        desks.ofNobody(Language.ZH, Size.DESK).open("/login").picture("login");
        desks.of("officer").open("/lists/problems").picture("problems");
        desks.of("supervisor").open("/lists/closeouts").picture("closeouts");
    }

    @Test
    void a_case_its_steps_and_its_past(Desks desks, Office office) {
        var id = office.json("officer", "/api/lists/assignments?size=1&sort=reported")
                .get("items")
                .get(0)
                .get("caseId")
                .stringValue();
        var desk = desks.of("officer").open("/cases/" + id);
        desk.find("#timeline li").first().waitFor();
        desk.picture("case");
        desk.picture("steps", ".steps");
        desk.open("/cases/" + id + "?at=2026-06-30");
        assertThat(desk.find(".casehead .late-mark").first()).isVisible();
        desk.find("#timeline li").first().waitFor();
        desk.picture("history");
    }

    @Test
    void a_report_and_what_may_be_the_same(Desks desks, Office office) {
        office.command("officer", "/api/cases", """
                {"kind": "PETITION", "channel": "VISIT", "category": "0101", "place": "430525001",
                 "title": "步行街夜间噪声扰民", "petitioners": [{"name": "孙某丙", "phone": "10098769999"}]}""");
        office.waitForLists();
        var desk = desks.of("officer").open("/cases/new");
        desk.find("#r-place").fill("wcjd");
        desk.find("#r-place-options [data-value]").first().waitFor();
        desk.find("#r-place").press("Enter");
        desk.find("[name=title]").fill("步行街夜间噪声仍然扰民");
        desk.find("[name='petitioners[0].name']").fill("孙某丙");
        desk.picture("report");
        desk.find("[name='petitioners[0].phone']").fill("10098769999");
        assertThat(desk.find(".similar")).isVisible();
        desk.picture("similar");
    }

    @Test
    void figures_and_map(Desks desks) {
        desks.of("supervisor").open("/figures").picture("figures");
        desks.of("supervisor").open("/map").picture("map");
    }
}
