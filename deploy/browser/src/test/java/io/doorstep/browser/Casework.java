package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** 办案动作。 What people do at a case's page, as they do it: open a step, fill in, send. */
final class Casework {

    private Casework() {}

    /** A petition about land in the street of the demonstration; answers the address of its page. */
    static String report(Desk officer, String title, String phone) {
        return report(officer, title, phone, form -> {});
    }

    /** The same with something else said in the form first. */
    static String report(Desk officer, String title, String phone, Consumer<Locator> first) {
        officer.open("/cases/new");
        first.accept(officer.find("#report"));
        choose(officer.find("#report"), "#r-category", "0101");
        choose(officer.find("#report"), "#r-place", "wcjd");
        officer.find("[name=title]").fill(title);
        officer.find("[name='petitioners[0].name']").fill("赵某甲");
        officer.find("[name='petitioners[0].phone']").fill(phone);
        officer.find("[name=statement]").fill("多次反映，希望尽快解决。");
        officer.find("[name=statement]").press("Control+Enter");
        officer.page().waitForURL(Pattern.compile("/cases/[0-9a-f-]{36}\\?version=\\d+"));
        return officer.page().url().replaceFirst("\\?.*", "");
    }

    /** Types into a box until the list of choices has what is meant, and takes it with Enter. */
    static void choose(Locator form, String box, String words) {
        form.locator(box).fill(words);
        form.locator(box + "-options [data-value]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        form.locator(box).press("Enter");
    }

    /** Opens a step of the case page, fills it in, sends it, and waits until the page has the case as it is then. */
    static void step(Desk desk, String verb, Consumer<Locator> fill) {
        var form = desk.find("#step-" + verb);
        var folded = desk.find("#rare-steps:not([open]):has(#step-" + verb + ") > summary");
        if (folded.count() > 0) {
            folded.click();
        }
        form.locator("> summary").click();
        fill.accept(form);
        var before = desk.find("[data-version]").getAttribute("data-version");
        form.locator("button[type=submit]").click();
        assertThat(desk.find("[data-version]")).not().hasAttribute("data-version", before);
    }
}
