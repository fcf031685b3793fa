package io.doorstep.query.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** CSV 文件。 RFC 4180 in UTF-8; the byte order mark is there because Excel reads anything without it as GBK. */
public final class CsvExport implements Export {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ZoneId zone;

    /** Moments are written as local time of this zone, the office's. */
    public CsvExport(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public MediaType mediaType() {
        return new MediaType("text", "csv", StandardCharsets.UTF_8);
    }

    @Override
    public void write(OutputStream out, Table table) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        // not closed: the stream belongs to the caller
        @SuppressWarnings("resource")
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(table.headings().stream().map(PlainText::of).toList());
        table.rows().forEachOrdered(row -> csv.writeRecord(cells(row)));
        csv.flush();
        text.flush();
    }

    private List<String> cells(List<@Nullable Object> row) {
        return row.stream().map(this::cell).toList();
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), zone));
        }
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? PlainText.of(text) : value.toString();
    }
}
