package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 排一周。 A planner's morning: dates, a plan, a case dragged, one left out by the choices, the plan published, a leader's sheet on his phone. */
@ExtendWith(Browser.class)
class WeekTest {

    private static final double A_MINUTE = 60_000;

    @Test
    void a_week_is_planned_moved_about_published_and_read_on_a_phone(Desks desks) {
        var desk = desks.of("dispatcher").open("/weeks");
        // the month before: whatever day it is, nobody else plans it
        var month = desk.find("tbody th a").nth(3).textContent().strip();
        desk.open("/weeks/" + month);
        desk.find("form[data-command$=proclamation] button[type=submit]").click();
        desk.find("#plan").waitFor();
        desk.open("/weeks/" + month);
        desk.find("#plan [type=submit]").click();
        desk.find("#board").waitFor(new Locator.WaitForOptions().setTimeout(A_MINUTE));
        assertThat(desk.find("#figures-heading")).isVisible();

        var dragged = drag(desk);
        leaveOut(desk, dragged, month);
        PageChecks.open(desk, "/weeks/" + month, Size.DESK, "week-draft");

        desk.find("form[data-command$=publication] button[type=submit]").click();
        desk.page().waitForURL(Pattern.compile("show=plan"));
        assertThat(desk.find("#board article").first()).not().hasAttribute("draggable", "true");
        assertThat(desk.find(card(dragged))).containsText("定");
        assertThat(desk.find("section tr[data-case]").first()).isVisible();
        PageChecks.open(desk, "/weeks/" + month + "?show=plan", Size.DESK, "week-plan");

        var sheet = desk.find("#board tr:has(" + card(dragged) + ") th a").getAttribute("href");
        for (var language : Language.values()) {
            var phone = desks.of("dispatcher", language, Size.PHONE);
            phone.page().setViewportSize(Phone.WIDTH, Phone.HEIGHT);
            for (var address : new String[] {"/weeks/" + month + "?show=plan", sheet}) {
                phone.open(address);
                var width = (Number) phone.page().evaluate("document.documentElement.scrollWidth");
                assertThat(width.intValue()).as(address).isLessThanOrEqualTo(Phone.WIDTH);
                assertThat(Axe.serious(phone.page())).as(address).isEmpty();
            }
            assertThat(phone.find("section.card li").first()).isVisible();
            assertThat(Axe.outdoors(phone.page()).stream()
                            .filter(one -> one.contains("section.card"))
                            .filter(one -> one.startsWith("color-contrast"))
                            .toList())
                    .as("a sheet that can be read in the sun")
                    .isEmpty();
            assertThat(phone.find("a[href*='sheet.pdf']")).isVisible();
        }
    }

    /** To another day of the same leader: that he is there already that day, in another township, needs a reason. */
    private static String drag(Desk desk) {
        var from = desk.find("#board td[data-leader]:has(article)").first();
        var leader = from.getAttribute("data-leader");
        var day = from.getAttribute("data-day");
        var dragged = from.locator("article").first().getAttribute("data-case");
        var target = "#board td[data-leader='" + leader + "']:not(.away):not([data-day='" + day + "'])";
        var to = desk.find(target).first().getAttribute("data-day");
        desk.mayHear(400);
        var answer = desk.page()
                .waitForResponse(
                        Pattern.compile("/draft/changes$"),
                        () -> desk.find(card(dragged))
                                .dragTo(desk.find("#board td[data-leader='" + leader + "'][data-day='" + to + "']")));
        if (answer.status() != 200) {
            assertThat(desk.find("#move [name=reason]")).isVisible();
            desk.find("#move [name=reason]").fill("与群众约好的日子");
            desk.page()
                    .waitForResponse(
                            Pattern.compile("/draft/changes$"),
                            () -> desk.find("#move button[type=submit]").click());
        }
        var moved =
                "#board td[data-leader='" + leader + "'][data-day='" + to + "'] article[data-case='" + dragged + "']";
        assertThat(desk.find(moved)).containsText("定");
        desk.page().waitForLoadState();
        return dragged;
    }

    private static void leaveOut(Desk desk, String dragged, String month) {
        desk.open("/weeks/" + month);
        var other =
                desk.find("#board article:not([data-case='" + dragged + "'])").last();
        var caseId = other.getAttribute("data-case");
        other.locator("[data-move]").click();
        assertThat(desk.find("#move")).isVisible();
        desk.find("#move [name=action]").selectOption("LEAVE_OUT");
        desk.find("#move button[type=submit]").click();
        assertThat(desk.find("section tr[data-case='" + caseId + "']")).containsText("人工决定本周不排");
        desk.page().waitForLoadState();
    }

    private static String card(String caseId) {
        return "article[data-case='" + caseId + "']";
    }
}
