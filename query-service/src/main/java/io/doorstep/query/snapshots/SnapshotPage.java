package io.doorstep.query.snapshots;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.query.snapshots.SnapshotReader.Listed;
import io.doorstep.query.snapshots.SnapshotReader.Shown;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 定格件接口。 Neither POST changes a fact: what is published is what the reading side says, so it is made where that is read. */
@RestController
class SnapshotPage {

    private final Snapshots snapshots;
    private final SnapshotReader reader;
    private final Exports exports;
    private final Deadlines deadlines;

    SnapshotPage(Snapshots snapshots, SnapshotReader reader, Exports exports, Deadlines deadlines) {
        this.snapshots = snapshots;
        this.reader = reader;
        this.exports = exports;
        this.deadlines = deadlines;
    }

    /**
     * What is to be published.
     *
     * @param list problems, assignments, closeouts or figures
     * @param question parameters as the interface of the list takes them, with {@code at} and {@code knownAt} or without
     */
    record Wanted(
            String list,
            @MaxLength(100) String title,
            @Nullable @MaxLength(1500) String question) implements Form {}

    record Made(long number, String hash) {}

    /** @param number of the correction; null when there was nothing to say */
    record Checked(@Nullable Long number) {}

    record Items(List<Listed> items) {}

    @PostMapping("/api/snapshots")
    @ResponseStatus(HttpStatus.CREATED)
    Made publish(@RequestBody Wanted wanted) {
        var maker = SnapshotReader.publisherOr403(SignedIn.now().actor());
        var question = wanted.question() == null ? "" : wanted.question();
        var made = snapshots.publish(maker, wanted.title().strip().replaceAll("\\s+", " "), wanted.list(), question);
        return new Made(made.number(), made.hash());
    }

    @PostMapping("/api/snapshots/{number:[0-9]{1,9}}/restatement")
    Checked restate(@PathVariable long number) {
        var published = reader.find(SnapshotReader.publisherOr403(SignedIn.now().actor()), number);
        return new Checked(snapshots.restate(published).map(Snapshot::number).orElse(null));
    }

    @GetMapping("/api/snapshots")
    Items all() {
        return new Items(reader.all(SignedIn.now().actor()));
    }

    @GetMapping("/api/snapshots/{number:[0-9]{1,9}}")
    Shown one(@PathVariable long number) {
        return reader.show(SignedIn.now().actor(), number);
    }

    @GetMapping("/api/snapshots/{number:[0-9]{1,9}}.{extension:csv|xlsx}")
    void file(@PathVariable long number, @PathVariable String extension, Locale locale, HttpServletResponse response)
            throws IOException {
        var shown = reader.show(SignedIn.now().actor(), number);
        var language = locale.getLanguage();
        var rows = shown.content().lines().stream().map(line -> (List<@Nullable Object>) new ArrayList<
                @Nullable Object>(
                line.cells().stream().map(cell -> (Object) cell.in(language)).toList()));
        var headings = shown.content().columns().stream()
                .map(column -> column.in(language))
                .toList();
        var table = new Table(shown.snapshot().title(), headings, rows);
        exports.send(
                response,
                extension,
                table,
                "snapshot-" + shown.snapshot().number(),
                deadlines.day(shown.snapshot().at()));
    }
}
