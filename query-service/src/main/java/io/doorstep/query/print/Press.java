package io.doorstep.query.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.doorstep.web.Named;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * 印制。 Fills in a template and prints it as PDF/A-2a, tagged, with all typefaces inside. It fetches nothing from anywhere:
 * whatever address somebody writes into a case stays a text.
 */
@Component
final class Press {

    // once for all, and not before the first form
    private static final SingletonSupplier<Typefaces> TYPEFACES = SingletonSupplier.of(Typefaces::new);
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    // a long report takes some hundred megabytes while it is set
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    Press(MessageSource messages) {
        this.messages = messages;
        this.templates = templates(messages);
        // its messages name what it could not print
        XRLog.setLoggingEnabled(false);
    }

    /**
     * A form.
     *
     * @param template name of a file of {@code templates/print}
     */
    byte[] print(String template, Locale locale, Map<String, Object> model) {
        var page = templates.process(template, new Context(locale, model));
        var printable = TYPEFACES.obtain().printable(page);
        return pdf(
                printable.complete()
                        ? printable.text()
                        : printable.text().replace("</body>", missing(locale) + "</body>"));
    }

    /** A page of well-formed XHTML as PDF. */
    byte[] pdf(String page) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
        }
        try {
            return printed(page);
        } finally {
            free.release();
        }
    }

    private static byte[] printed(String page) {
        var out = new ByteArrayOutputStream();
        var pdf = new PdfRendererBuilder();
        TYPEFACES.obtain().into(pdf);
        pdf.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                .useColorProfile(COLOURS)
                .usePdfUaAccessibility(true)
                .withProducer("Doorstep")
                .useUriResolver((base, address) -> holdsItself(address) ? address : null)
                .useExternalResourceAccessControl(
                        (address, type) -> holdsItself(address),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> holdsItself(address),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(parsed(page), null)
                .toStream(out);
        try {
            pdf.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    /** Whether an address is a picture itself, of our own drawing: nothing is fetched for it. */
    private static boolean holdsItself(String address) {
        return address.startsWith("data:image/png;base64,");
    }

    private String missing(Locale locale) {
        return "<p class=\"missing\">" + messages.getMessage("print.missing", null, locale) + "</p>";
    }

    private static Document parsed(String page) {
        try {
            var xml = DocumentBuilderFactory.newInstance();
            xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            xml.setExpandEntityReferences(false);
            xml.setNamespaceAware(true);
            return xml.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException wrong) {
            throw new IllegalStateException("a template that is no XML", wrong);
        }
    }

    /** XML mode: its escaping drops what no XML may hold, such as control characters. */
    private static SpringTemplateEngine templates(MessageSource messages) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/print/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setTemplateMode(TemplateMode.XML);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
