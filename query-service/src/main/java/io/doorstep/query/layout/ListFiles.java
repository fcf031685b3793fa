package io.doorstep.query.layout;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** 清单文件。 A list as a file in the reader's language, named after the list and its day. */
public final class ListFiles {

    private final Exports exports;
    private final MessageSource messages;
    private final Deadlines deadlines;

    public ListFiles(Exports exports, MessageSource messages, Deadlines deadlines) {
        this.exports = exports;
        this.messages = messages;
        this.deadlines = deadlines;
    }

    /** A file that is yet to be sent. */
    public ListFile file(String list, String extension, Moment moment, Locale locale, HttpServletResponse response) {
        return new ListFile(list, extension, moment, new Labels(messages, locale), response);
    }

    /** 待发文件。 A file whose lines are known when the database is asked. */
    public final class ListFile {

        private final String list;
        private final String extension;
        private final Moment moment;
        private final Labels labels;
        private final HttpServletResponse response;

        private ListFile(String list, String extension, Moment moment, Labels labels, HttpServletResponse response) {
            this.list = list;
            this.extension = extension;
            this.moment = moment;
            this.labels = labels;
            this.response = response;
        }

        public <T> void send(List<Column<T>> columns, Stream<T> lines) throws IOException {
            var table = Column.table(list, columns, lines, labels);
            exports.send(response, extension, table, list, deadlines.day(moment.now()));
        }
    }
}
