package io.doorstep.query.statistics;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 口径簿。 All versions of the definitions that ever counted here: those shipped, those of the office's folder, and those whose
 * file is gone. Each is put on record at the first start that sees it, and never again: a file that says something else
 * under a name on record stops the start.
 */
@Component
final class DefinitionBook {

    private final Map<String, Definitions> byVersion = new TreeMap<>();

    DefinitionBook(JdbcClient jdbc, Clock clock, @Value("${doorstep.definitions.folder:}") String folder) {
        var texts = new ArrayList<>(ShippedDefinitions.texts());
        texts.addAll(folder.isBlank() ? List.of() : ofFolder(Path.of(folder)));
        texts.forEach(text -> record(DefinitionReader.read(text, "definitions"), text, jdbc, clock));
        jdbc.sql("select version, text from figure_definition")
                .query((row, n) -> DefinitionReader.read(row.getString("text"), row.getString("version")))
                .list()
                .forEach(one -> byVersion.put(one.version(), one));
        byVersion.values().forEach(this::check);
    }

    /** In the order of the days from which they hold; one that replaces another stands behind it. */
    List<Definitions> all() {
        return byVersion.values().stream()
                .sorted(Comparator.comparing(Definitions::validFrom).thenComparing(Definitions::version))
                .toList();
    }

    /** The version in force on a legal day; for days before all versions, the earliest one. */
    Definitions on(LocalDate day) {
        var standing = all().stream().filter(one -> !replaced(one, day)).toList();
        return standing.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> standing.get(0));
    }

    /**
     * The window, counted by the version in force on its last day, or at the legal moment if that comes first: what was
     * counted for a year that is over is not counted by what holds since.
     */
    Window inForce(Window window) {
        var to = window.to();
        var last = to == null || to.isAfter(window.at()) ? window.at() : to.minusNanos(1);
        return window.by(on(window.deadlines().day(last)));
    }

    /** The version of that name; refuses an unknown one. */
    Definitions version(String field, @Nullable String name) {
        var found = name == null ? null : byVersion.get(name);
        if (found == null) {
            throw new Malformed(FieldProblem.of(field, "UNKNOWN_CONSTANT", String.join(", ", byVersion.keySet())));
        }
        return found;
    }

    private boolean replaced(Definitions one, LocalDate day) {
        return byVersion.values().stream()
                .anyMatch(other -> one.version().equals(other.replaces())
                        && (!other.validFrom().isAfter(day) || other.validFrom().equals(one.validFrom())));
    }

    /** Two that hold from the same day, neither replacing the other, would leave it to chance which counts. */
    private void check(Definitions one) {
        var replaces = one.replaces();
        if (replaces != null && (!byVersion.containsKey(replaces) || replaces.equals(one.version()))) {
            throw new IllegalArgumentException(one.version() + ": replaces: no other version is called " + replaces);
        }
        var same = byVersion.values().stream()
                .filter(other -> other.validFrom().equals(one.validFrom()) && !replaced(other, one.validFrom()))
                .map(Definitions::version)
                .collect(Collectors.joining(", "));
        if (same.contains(", ")) {
            throw new IllegalArgumentException("validFrom: " + same + " all hold from " + one.validFrom());
        }
    }

    private static void record(Definitions one, String text, JdbcClient jdbc, Clock clock) {
        if (onRecord(one, jdbc)) {
            return;
        }
        try {
            jdbc.sql("insert into figure_definition (version, valid_from, hash, text, added_at) values (?, ?, ?, ?, ?)")
                    .param(one.version())
                    .param(Date.valueOf(one.validFrom()))
                    .param(one.hash())
                    .param(text)
                    .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException otherNode) {
            onRecord(one, jdbc);
        }
    }

    private static boolean onRecord(Definitions one, JdbcClient jdbc) {
        var hash = jdbc.sql("select hash from figure_definition where version = ?")
                .param(one.version())
                .query(String.class)
                .optional();
        if (hash.isPresent() && !Objects.equals(hash.get(), one.hash())) {
            throw new IllegalArgumentException("definitions " + one.version()
                    + " are on record with another text; give what you changed another version");
        }
        return hash.isPresent();
    }

    private static List<String> ofFolder(Path folder) {
        try (var files = Files.list(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var text = Files.readString(file);
                // named by its file, before anything is put on record
                DefinitionReader.read(text, file.getFileName().toString());
                texts.add(text);
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read definitions in " + folder, unreadable);
        }
    }
}
