package io.doorstep.query.print;

import io.doorstep.query.layout.Screen;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 浏览器里的表单。 The same forms for who follows a link in a browser, which asks for a page above all: a refusal is one then, in words,
 * and not a problem for programs.
 */
@Screen
class PrintScreen {

    private final CasePrintPage forms;
    private final MonthPrintPage reports;

    PrintScreen(CasePrintPage forms, MonthPrintPage reports) {
        this.forms = forms;
        this.reports = reports;
    }

    @GetMapping(path = CasePrintPage.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String document,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale) {
        return forms.form(id, document, request, locale);
    }

    @GetMapping(path = MonthPrintPage.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> month(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        return reports.month(request, locale);
    }
}
