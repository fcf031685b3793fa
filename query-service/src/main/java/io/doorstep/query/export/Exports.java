package io.doorstep.query.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** 导出答复。 Sends a {@link Table} as a file to keep, straight into the response. */
public final class Exports {

    private final Map<String, Export> formats;

    public Exports(ZoneId zone) {
        this.formats = Map.of("csv", new CsvExport(zone), "xlsx", new XlsxExport(zone));
    }

    /** The format of a file's ending; empty when there is none. */
    public Optional<Export> format(String extension) {
        return Optional.ofNullable(formats.get(extension));
    }

    /**
     * Writes the table, whose rows are closed behind it.
     *
     * @param name the file's name for programs that know ASCII only, without ending, such as {@code problems}
     * @param day the day that the content is about, for the file's name
     */
    public void send(HttpServletResponse response, String extension, Table table, String name, LocalDate day)
            throws IOException {
        send(response, extension, table, name + "-" + day, table.name() + "-" + day);
    }

    /**
     * Writes the table, whose rows are closed behind it.
     *
     * @param name the file's name for programs that know ASCII only, without ending
     * @param wideName its name for all others, without ending
     */
    public void send(HttpServletResponse response, String extension, Table table, String name, String wideName)
            throws IOException {
        var export = format(extension).orElseThrow();
        var wide = wideName + "." + extension;
        response.setContentType(export.mediaType().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "." + extension + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(wide, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var rows = table.rows()) {
            export.write(response.getOutputStream(), new Table(table.name(), table.headings(), rows));
        }
    }
}
