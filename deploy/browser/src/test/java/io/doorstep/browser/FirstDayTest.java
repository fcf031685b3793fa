package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 第一天。 An office that has just been started: nobody is known, and the code on the console opens the door. */
@ExtendWith(Browser.class)
class FirstDayTest {

    @Test
    void the_first_administrator_sets_the_office_up(Desks desks) throws IOException {
        try (var office = Office.ofTheFirstDay()) {
            for (var language : Language.values()) {
                PageChecks.open(
                        desks.ofNobody(office, language, Size.PHONE),
                        "/setup",
                        Size.PHONE,
                        "setup-" + language + "-phone");
            }
            var desk = desks.ofNobody(office, Language.ZH, Size.DESK);
            PageChecks.open(desk, "/setup", Size.DESK, "setup-zh-desk");

            desk.find("[name=code]").fill("WRONG-WRONG-WRONG-WRONG");
            setUp(desk);
            assertThat(desk.find("[role=alert]")).isVisible();

            desk.find("[name=code]").fill(code(office));
            setUp(desk);
            assertThat(desk.page()).hasURL(Pattern.compile("/login\\?set-up"));
            desk.signIn("li.admin", "correct horse battery");
            assertThat(desk.find("body")).containsText("李管理");
        }
    }

    private static void setUp(Desk desk) {
        desk.find("[name=id]").fill("li.admin");
        desk.find("[name=name]").fill("李管理");
        desk.find("[name=password]").fill("correct horse battery");
        desk.find("main button[type=submit]").click();
    }

    private static String code(Office office) {
        var found = Pattern.compile("\\b[A-Z0-9]{5}(-[A-Z0-9]{5}){3}\\b").matcher(office.log());
        if (!found.find()) {
            throw new IllegalStateException("no code on the console:\n" + office.log());
        }
        return found.group();
    }
}
