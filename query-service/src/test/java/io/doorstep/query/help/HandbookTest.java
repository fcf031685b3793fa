package io.doorstep.query.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.query.layout.Frame;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** 手册。 No page of it points at nothing, and each page of the product has its own. */
class HandbookTest {

    private final Handbook handbook = new Handbook();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README",
                "start",
                "report",
                "lists",
                "case",
                "visit",
                "phone",
                "closeout",
                "figures",
                "map",
                "imports",
                "accounts",
                "print",
                "history",
                "handover",
                "privacy"
            })
    void links_and_pictures_of_a_page_lead_somewhere(String name) {
        var page = handbook.page(name).orElseThrow();
        var html = Jsoup.parse(page.html());

        assertThat(page.heading()).isNotBlank();
        assertThat(html.select("a[href^=/help/]").eachAttr("href"))
                .allSatisfy(link -> assertThat(handbook.page(link.substring("/help/".length())))
                        .isPresent());
        assertThat(html.select("img").eachAttr("src"))
                .allSatisfy(picture -> assertThat(
                                new ClassPathResource(picture.replace("/help/pictures/", "handbook/pictures/")))
                        .matches(ClassPathResource::exists, "exists"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/new",
                "/cases/x",
                "/lists/problems",
                "/lists/assignments",
                "/lists/closeouts",
                "/figures",
                "/map",
                "/wall",
                "/imports",
                "/accounts",
                "/me",
                "/security-log",
                "/privacy",
                "/access-log",
                "/proof",
                "/federation",
                "/reminders",
                "/outbox",
                "/login"
            })
    void each_page_has_its_help(String path) {
        var help = new Frame("zh", path, null, null, null, "+08:00", 0, false, null).help();
        assertThat(handbook.page(help.substring(1))).isPresent();
    }

    @Test
    void what_the_handbook_does_not_have_is_not_there() {
        assertThat(List.of(handbook.page("nothing"), handbook.page("pictures"))).allMatch(Optional::isEmpty);
    }
}
