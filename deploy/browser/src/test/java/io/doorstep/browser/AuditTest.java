package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.doorstep.browser.Casework.choose;
import static io.doorstep.browser.Casework.report;
import static io.doorstep.browser.Casework.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 督查一件销早了的案件。 What was known when it was struck off, the figure that counted it, what was published, and the restatement. */
@ExtendWith(Browser.class)
class AuditTest {

    private static final double A_MINUTE = 60_000;
    private static final String TITLE = "安置房漏水反映三次未修";

    @Test
    void a_case_closed_too_early_is_followed_from_its_decision_to_the_restated_figure(Desks desks) {
        var address = closedOut(desks);
        var number = desks.of("officer").open(address).find(".number").first().textContent();
        var snapshot = published(desks.of("supervisor"));

        var officer = desks.of("officer").open(address);
        step(officer, "reopen", form -> form.locator("[name=reason]").fill("又漏水了，原来只是刷了一遍墙。"));

        // the case: among those struck off and open again
        var supervisor = desks.of("supervisor").open("/lists/closeouts?q=" + TITLE);
        supervisor.find("tr.line a", TITLE).first().click();
        assertThat(supervisor.find("#status")).not().hasText("已销号");

        // what was known when it was struck off: resolved, revisited, and no more
        supervisor.find("#timeline li", "销号").locator("a").click();
        assertThat(supervisor.find("#status")).hasText("已回访");
        assertThat(supervisor.find(".since")).containsText("重开");
        assertThat(supervisor.find("#timeline li")).hasCount(6);
        PageChecks.open(supervisor, supervisor.page().url(), Size.DESK, "audit-seen-then");

        // the figure that counts it, with the fact that made it count
        supervisor.open("/figures");
        supervisor.find("tr.total td[data-figure=reopen] a[href*='/explain']").click();
        supervisor.find(".sides a").first().click();
        assertThat(supervisor.find("tbody tr", number).first()).containsText("重开");

        // what was published stands as it was; the restatement says what became of it
        supervisor.open(snapshot);
        var before = supervisor.find("#content tr", "销号率").first().textContent();
        assertThat(supervisor.find("#correction")).hasCount(0);
        supervisor.find("[data-command$=restatement] button").click();
        supervisor.find("#moved").waitFor(new Locator.WaitForOptions().setTimeout(A_MINUTE));
        assertThat(supervisor.find("#moved tr", number).first()).containsText("重开");
        assertThat(supervisor.find("#changed tr", "销号率").first()).isVisible();
        assertThat(supervisor.find("#content tr", "销号率").first().textContent()).isEqualTo(before);
        assertThat(supervisor.find("[role=alert]")).hasCount(0);
        PageChecks.open(supervisor, snapshot, Size.DESK, "audit-restatement");
        supervisor.find("#moved a", number).first().click();
        assertThat(supervisor.find("#timeline li", "重开")).hasCount(1);
    }

    /** The figures of the year so far. */
    private static String published(Desk supervisor) {
        supervisor.open("/figures");
        supervisor.find("a[href^='/snapshots/new']").click();
        assertThat(supervisor.find("table tbody tr").first()).isVisible();
        supervisor.find("[name=title]").fill("化解情况通报");
        supervisor
                .find("form[data-command='/api/snapshots'] button[type=submit]")
                .click();
        supervisor.page().waitForURL(Pattern.compile("/snapshots/\\d+$"));
        return supervisor.page().url();
    }

    private static String closedOut(Desks desks) {
        var address = report(desks.of("officer"), TITLE, "10098760077");
        step(desks.of("officer").open(address), "assign", form -> {
            form.locator("[name=unit]").selectOption("u-natural-resources");
            choose(form, "#s-officer", "handler");
        });
        var handler = desks.of("handler").open(address);
        step(handler, "sign", form -> {});
        step(handler, "accept", form -> form.locator("[name=notice]").fill("已电话告知受理。"));
        step(handler, "resolve", form -> {
            form.locator("[name=outcome]").selectOption("SUPPORTED");
            form.locator("[name=summary]").fill("已派人维修。");
            form.locator("[name='evidence[0].text']").fill("维修单编号 7。");
            form.locator("[name=stance]").selectOption("ACCEPTS");
        });
        step(desks.of("supervisor").open(address), "revisit", form -> {
            form.locator("[name=verdict]").selectOption("CONFIRMED");
            form.locator("[name=stance]").selectOption("ACCEPTS");
            form.locator("[name=findings]").fill("电话回访。");
        });
        step(
                desks.of("approver").open(address),
                "closeout",
                form -> form.locator("[name=remark]").fill("材料齐全。"));
        return address;
    }
}
