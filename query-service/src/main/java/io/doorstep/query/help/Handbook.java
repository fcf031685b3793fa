package io.doorstep.query.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 使用手册。 The Markdown of {@code docs/handbook}, which travels with the program, as HTML. */
@Component
class Handbook {

    private static final Pattern LINK = Pattern.compile("href=\"([a-z]+)\\.md\"");
    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>");

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .build();

    /** A page: its heading, and all of it as HTML that needs no more escaping. */
    record Page(String heading, String html) {}

    /** The page of that name, {@code README} for the contents; empty when there is none. */
    Optional<Page> page(String name) {
        var file = new ClassPathResource("handbook/" + name + ".md");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var in = file.getInputStream()) {
            var html = renderer.render(parser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            var here = LINK.matcher(html)
                    .replaceAll("href=\"/help/$1\"")
                    .replace("src=\"pictures/", "src=\"/help/pictures/");
            var heading = HEADING.matcher(here);
            return Optional.of(new Page(heading.find() ? heading.group(1) : name, here));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
