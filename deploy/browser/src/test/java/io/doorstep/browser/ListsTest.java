package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 清单上的操作。 What officers do on the lists all day: filter, walk by keyboard, select, assign and urge, change the language. */
@ExtendWith(Browser.class)
class ListsTest {

    @Test
    void filters_stand_in_the_address_and_survive_a_reload(Desks desks) {
        var desk = desks.of("officer").open("/lists/problems");
        desk.find("[name=kind]").selectOption("DISPUTE");
        desk.page().waitForURL(Pattern.compile("kind=DISPUTE"));
        assertThat(desk.page().url()).as("blanks do not belong into an address").doesNotContain("unit=");
        var total = desk.find("#total").textContent();
        desk.page().reload();
        assertThat(desk.find("[name=kind]")).hasValue("DISPUTE");
        assertThat(desk.find("#total")).hasText(total);
        desk.find("thead a").first().click();
        assertThat(desk.find("[aria-sort=descending]")).hasCount(1);
    }

    @Test
    void the_keyboard_walks_selects_opens_and_tells(Desks desks) {
        var desk = desks.of("officer").open("/lists/problems");
        var keys = desk.page().keyboard();
        keys.press("j");
        keys.press("j");
        assertThat(desk.find("tr.line").nth(1)).isFocused();
        keys.press("k");
        assertThat(desk.find("tr.line").nth(0)).isFocused();
        keys.press("x");
        assertThat(desk.find("#chosen")).hasText("1");
        keys.press("?");
        assertThat(desk.find("#keys")).isVisible();
        keys.press("Escape");
        keys.press("/");
        assertThat(desk.find("#q")).isFocused();
        desk.find("#q").blur();
        keys.press("j");
        keys.press("Enter");
        desk.page().waitForURL(Pattern.compile("/cases/"));
    }

    @Test
    void several_cases_are_urged_at_once_each_with_its_own_result(Desks desks) {
        var desk = desks.of("supervisor").open("/lists/problems");
        desk.find(".pick input[name=case]").nth(0).check();
        desk.find(".pick input[name=case]").nth(1).check();
        desk.find("[data-open=bulk-urge]").click();
        desk.find("#bulk-urge [name=text]").fill("请抓紧办理，本周内反馈。");
        desk.find("#bulk-urge button[type=submit]").click();
        assertThat(desk.find("#bulk-urge .results li.ok")).hasCount(2);
    }

    @Test
    void several_cases_are_assigned_at_once_and_a_refusal_names_its_case(Desks desks) {
        var desk = desks.of("dispatcher").open("/lists/problems?status=REPORTED,ASSIGNED");
        desk.mayHear(409);
        var free = desk.find(".pick input[name=case]");
        // an assignment may move a case's next date, and so its line: the same two cases are chosen again by their ids
        var two = List.of(free.nth(0).getAttribute("value"), free.nth(1).getAttribute("value"));
        two.forEach(chosen -> box(desk, chosen).check());
        for (var round = 0; round < 2; round++) {
            desk.find("[data-open=bulk-assign]").click();
            desk.find("#bulk-assign [name=unit]").selectOption("u-agriculture");
            desk.find("#bulk-assign button[type=submit]").click();
            assertThat(desk.find("#bulk-assign .results li")).hasCount(2);
            assertThat(desk.find("#bulk-assign .results li").last()).not().containsText("…");
            if (round == 0) {
                assertThat(desk.find("#bulk-assign .results li.ok")).hasCount(2);
                // closing the results shows the list anew
                desk.find("#bulk-assign [data-close]").click();
                assertThat(desk.find("#bulk-assign .results li")).hasCount(0);
                two.forEach(chosen -> box(desk, chosen).check());
            }
        }
        assertThat(desk.find("#bulk-assign .results li.no").first()).isVisible();
    }

    private static Locator box(Desk desk, String caseId) {
        return desk.find(".pick input[name=case][value='" + caseId + "']");
    }

    @Test
    void a_view_is_saved_and_found_again(Desks desks) {
        var desk = desks.of("officer").open("/lists/problems?light=BLACK");
        desk.find(".views summary").click();
        desk.find(".views label [name=name]").fill("逾期的");
        desk.find(".views button[type=submit].small").click();
        desk.open("/lists/problems");
        desk.find(".views summary").click();
        desk.find(".views a:has-text('逾期的')").click();
        desk.page().waitForURL(Pattern.compile("light=BLACK"));
        assertThat(desk.find("[name=light][value=BLACK]")).isChecked();
    }

    @Test
    void the_language_changes_and_stays_changed(Desks desks) {
        var desk = desks.of("officer").open("/lists/problems");
        desk.find("button[data-language]").click();
        assertThat(desk.find("h1")).containsText("Problem list");
        desk.open("/lists/assignments");
        assertThat(desk.find("h1")).containsText("Assignment list");
        desk.find("button[data-language]").click();
        assertThat(desk.find("h1")).containsText("交办清单");
    }

    @Test
    void a_half_filled_report_survives_a_reload_and_a_mistake_is_said_beside_its_field(Desks desks) {
        var desk = desks.of("officer").open("/cases/new");
        desk.find("[name=title]").fill("半途的登记");
        desk.find("[name='petitioners[0].name']").fill("钱某乙");
        desk.find("[name='petitioners[0].phone']").fill("abc");
        desk.page().waitForFunction("() => Object.values(sessionStorage).some(one => one.includes('abc'))");
        desk.page().reload();
        assertThat(desk.find("[name=title]")).hasValue("半途的登记");
        desk.mayHear(400);
        desk.find("#report button[type=submit]").first().click();
        assertThat(desk.find("#r-category")).hasAttribute("aria-invalid", "true");
        assertThat(desk.find("#report [role=alert]")).isVisible();
    }

    @Test
    void the_print_view_has_the_list_and_nothing_of_the_screen(Desks desks) {
        var desk = desks.of("officer").open("/lists/problems/print?light=BLACK");
        assertThat(desk.find("tbody tr").first()).isVisible();
        assertThat(desk.find("nav, form")).hasCount(0);
    }
}
