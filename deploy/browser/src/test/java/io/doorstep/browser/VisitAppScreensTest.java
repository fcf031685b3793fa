package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 手机画面。 Every screen of the app on a small phone in the sun, in both languages; and what a photo tells after it was taken. */
@ExtendWith(Browser.class)
class VisitAppScreensTest {
    private static final String SMALL = """
            () => [...document.querySelectorAll('a, button, select, textarea, summary, label.button, input:not([type=checkbox], [type=file])')]
              .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)
            """;

    @ParameterizedTest
    @EnumSource
    void every_screen_is_fit_for_a_small_phone_outdoors(Language language, Chromium chromium, Office office)
            throws IOException {
        try (var phone = new Phone(chromium, office.origin(), language)) {
            var found = new SoftAssertions();
            phone.page().navigate("/visits/app/");
            phone.find("a.button").waitFor();
            look(phone, "begin", language, found);
            phone.begin("cadre");
            phone.find(".pick").first().waitFor();
            look(phone, "take", language, found);
            phone.find(".pick input").first().check();
            phone.find(".bottom button").click();
            phone.find("a.row").first().waitFor();
            look(phone, "cases", language, found);
            phone.find("a.row").first().click();
            phone.find("dl").waitFor();
            look(phone, "case", language, found);
            phone.find("button.big").click();
            phone.addPhoto(Snapshot.number(3));
            phone.find("details summary").click();
            phone.find("#screen [type=submit]").click();
            assertThat(phone.find(".fault")).hasCount(2);
            look(phone, "visit", language, found);
            phone.find("[name=findings]").fill("到户核对。");
            phone.find("[name=outcome]").selectOption("NOT_MET");
            phone.offline(true);
            phone.handOver();
            phone.find("[role=status] [role=alert]").waitFor();
            look(phone, "outbox", language, found);
            phone.go("phone");
            phone.find(".grave").waitFor();
            look(phone, "phone", language, found);
            phone.find(".grave").click();
            phone.find("dialog").waitFor();
            look(phone, "sign-out", language, found);
            phone.find("dialog .grave").click();
            phone.find("#left").waitFor();
            look(phone, "left", language, found);
            found.assertThat(phone.faults()).isEmpty();
            found.assertAll();
        }
    }

    @Test
    void a_photo_keeps_its_picture_upright_and_nothing_else(Chromium chromium, Office office) throws IOException {
        try (var phone = new Phone(chromium, office.origin(), Language.ZH)) {
            phone.page().navigate("/visits/app/");
            var told = phone.page().evaluate("""
                    async bytes => {
                      const { redraw } = await import('/visits/app/photos.js');
                      const made = await redraw(new Blob([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))]));
                      const picture = await createImageBitmap(new Blob([made]));
                      const canvas = document.createElement('canvas');
                      canvas.width = picture.width;
                      canvas.height = picture.height;
                      const pen = canvas.getContext('2d');
                      pen.drawImage(picture, 0, 0);
                      const grey = (x, y) => pen.getImageData(x, y, 1, 1).data[0] < 60 ? 'dark' : 'light';
                      const text = String.fromCharCode(...new Uint8Array(made).subarray(0, 2000));
                      return [picture.width, picture.height, grey(600, 100), text.includes('Exif'), text.includes('ZHAO'), text.slice(0, 2) === '\\xff\\xd8'];
                    }
                    """, Base64.getEncoder().encodeToString(Snapshot.number(4)));
            assertThat(told).isEqualTo(List.of(1200, 1600, "dark", false, false, true));
        }
    }

    private static void look(Phone phone, String screen, Language language, SoftAssertions found) {
        var page = phone.page();
        var name = "visit-app-" + screen + "-" + language;
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", "pictures", name + ".png")));
        found.assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name + ": width")
                .isLessThanOrEqualTo(Phone.WIDTH);
        found.assertThat(Axe.serious(page)).as(name + ": axe").isEmpty();
        found.assertThat(Axe.outdoors(page)).as(name + ": outdoors").isEmpty();
        found.assertThat((List<?>) page.evaluate(SMALL)).as(name + ": small").isEmpty();
    }
}
