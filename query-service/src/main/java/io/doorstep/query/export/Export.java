package io.doorstep.query.export;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** 导出格式。 A kind of file that a {@link Table} can be written as. */
public interface Export {

    /** Ending of the file's name, without the dot. */
    String extension();

    MediaType mediaType();

    /** Writes all of the table and flushes; the stream stays open. */
    void write(OutputStream out, Table table) throws IOException;
}
