package io.doorstep.query.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * 一份印件。 What can be read on paper, and in which typefaces.
 *
 * @param text without blanks: where a line breaks is no matter of content
 * @param pages the same, page by page
 * @param words with one blank between what stands apart, such as the cells of a table
 */
record Print(String text, List<String> pages, String words, List<PDFont> fonts, float width, float height) {

    /** The answer to a GET that went well. */
    static Print of(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(() -> body(response)).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        return of(response.getContentAsByteArray());
    }

    static Print of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var fonts = new ArrayList<PDFont>();
            var pages = new ArrayList<String>();
            var words = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u3000]+", " ");
            for (var page : document.getPages()) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(pages.size() + 1);
                stripper.setEndPage(pages.size() + 1);
                pages.add(plain(stripper.getText(document)));
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            var box = document.getPage(0).getMediaBox();
            return new Print(String.join("", pages), pages, words, fonts, box.getWidth(), box.getHeight());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
