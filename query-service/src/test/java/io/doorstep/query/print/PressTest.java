package io.doorstep.query.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.query.pages.Office;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticMessageSource;

/** 印制。 What is printed of whatever people write, and that nothing is fetched for it. */
class PressTest {

    private static final Press PRESS = new Press(new StaticMessageSource());

    @Test
    void nothing_is_fetched_from_anywhere(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.css"), "p:before { content: 'SECRET' }");
        try (var somewhere = new ServerSocket(0)) {
            somewhere.setSoTimeout(1);
            var address = "http://127.0.0.1:" + somewhere.getLocalPort() + "/x";
            var print = Print.of(PRESS.pdf("""
                    <html><head><title>t</title>
                    <link rel="stylesheet" type="text/css" href="%1$s.css"/>
                    <link rel="stylesheet" type="text/css" href="%2$s"/>
                    <style>@import url(%1$s2.css); @font-face { font-family: far; src: url(%1$s.ttf) }
                    p { font-family: latin, far; background-image: url(%1$s.png) }</style></head>
                    <body><p>here</p><img src="%1$s.png" alt="a"/><object data="%1$s.svg" type="image/svg+xml"/></body></html>
                    """.formatted(address, secret.toUri())));

            assertThat(print.text()).contains("here").doesNotContain("SECRET");
            assertThatThrownBy(somewhere::accept).as("nobody came").isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_page_with_a_document_type_is_not_read() {
        assertThatThrownBy(() -> PRESS.pdf("""
                        <!DOCTYPE html [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                        <html><body><p>&file;</p></body></html>""")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_people_write_is_text_on_paper_whatever_it_looks_like() {
        try (var office = new Office(Databases.h2())) {
            PaperCase.in(office)
                    .reported(
                            "<img src=\"http://evil.example/x.png\"/> & <b>${7*7}</b> [[${7*7}]] \u0001\uD800 #{x} ]]>",
                            "PETITION",
                            "VISIT",
                            List.of())
                    .assigned()
                    .read();

            assertThat(Print.of(office.ask(Locale.SIMPLIFIED_CHINESE, "/cases/c1/print/assignment.pdf"))
                            .text())
                    .contains("<imgsrc=\"http://evil.example/x.png\"/>&<b>${7*7}</b>[[${7*7}]]", "#{x}]]>");
        }
    }

    @Test
    void a_character_that_no_typeface_holds_is_marked_and_the_mark_explained() {
        try (var office = new Office(Databases.h2())) {
            // Ethiopic, and a Han character that came with Unicode 15.1; both are beyond our typefaces
            PaperCase.in(office)
                    .reported("ሀ与\uD87B\uDFF0氏\u200D之争①●鿎㑇", "PETITION", "VISIT", List.of())
                    .assigned()
                    .read();

            assertThat(Print.of(office.ask(Locale.SIMPLIFIED_CHINESE, "/cases/c1/print/assignment.pdf"))
                            .text())
                    .contains("〓与〓氏之争①●鿎㑇", "〓表示字库中没有的字");
        }
    }
}
