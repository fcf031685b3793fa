package io.doorstep.query.snapshots;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.freeze.Frozen;
import io.doorstep.query.layout.Frame;
import io.doorstep.reference.Paths;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 阅定格件。 What a reader gets to see of what was published: all of it, if he may look at all that its maker could, except lines about
 * cases that are sealed from him or that he is recused from.
 */
@Component
class SnapshotReader {

    private final SnapshotTable table;
    private final Snapshots snapshots;
    private final Cases cases;
    private final Paths paths;
    private final Clock clock;
    private final ZoneId zone;

    SnapshotReader(SnapshotTable table, Snapshots snapshots, Cases cases, Paths paths, Clock clock, ZoneId officeZone) {
        this.table = table;
        this.snapshots = snapshots;
        this.cases = cases;
        this.paths = paths;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * 定格件及其更正。
     *
     * @param genuine whether signature, content and chain are as they were
     * @param content what the reader may see of it
     * @param hidden lines that he may not
     */
    record Shown(Snapshot snapshot, boolean genuine, Frozen content, long hidden, List<Correction> corrections) {}

    /** 一次更正。 */
    record Correction(Snapshot made, boolean genuine, Restated content, long hidden) {}

    /**
     * 定格件一览的一行。
     *
     * @param corrections how often it had to be corrected
     */
    record Listed(Snapshot snapshot, long corrections) {}

    static Actor publisherOr403(Actor actor) {
        if (!Frame.publishes(actor)) {
            throw Named.roleMayNot();
        }
        return actor;
    }

    List<Listed> all(Actor reader) {
        readerOr403(reader);
        return table.published().stream()
                .filter(one -> mayRead(reader, one))
                .map(one -> new Listed(one, table.restatements(one.number()).size()))
                .toList();
    }

    /** One that was published; of a correction, that which it corrects. */
    Snapshot find(Actor reader, long number) {
        readerOr403(reader);
        var found = table.find(number).orElseThrow(Named::notFound);
        var original = found.restates();
        if (original != null) {
            return find(reader, original);
        }
        if (!mayRead(reader, found)) {
            throw Named.notFound();
        }
        return found;
    }

    Shown show(Actor reader, long number) {
        var snapshot = find(reader, number);
        var content = Frozen.read(table.content(snapshot.number()));
        var seen = seen(reader, content.lines(), Frozen.Line::caseId);
        var lines = content.lines().stream()
                .filter(line -> line.caseId() == null || seen.contains(line.caseId()))
                .toList();
        return new Shown(
                snapshot,
                snapshots.isGenuine(snapshot),
                new Frozen(content.columns(), lines),
                content.lines().size() - lines.size(),
                table.restatements(snapshot.number()).stream()
                        .map(one -> correction(reader, one))
                        .toList());
    }

    private Correction correction(Actor reader, Snapshot made) {
        var all = Restated.read(table.content(made.number()));
        var seen = seen(
                reader,
                Stream.concat(
                                all.lines().stream().map(Restated.Line::caseId),
                                all.cases().stream().map(Restated.Moved::caseId))
                        .toList(),
                Function.identity());
        var lines = all.lines().stream()
                .filter(line -> line.caseId() == null || seen.contains(line.caseId()))
                .toList();
        var moved =
                all.cases().stream().filter(one -> seen.contains(one.caseId())).toList();
        return new Correction(
                made,
                snapshots.isGenuine(made),
                new Restated(all.reproducible(), lines, moved),
                all.lines().size() - lines.size() + all.cases().size() - moved.size());
    }

    private <T> Set<String> seen(Actor reader, List<T> all, Function<T, @Nullable String> caseId) {
        var ids = all.stream()
                .map(caseId)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        return cases.known(reader, ids, clock.instant());
    }

    private boolean mayRead(Actor reader, Snapshot snapshot) {
        var maker = snapshot.maker();
        return reader.id().equals(maker.id()) || (reader.reach() == Reach.EVERY_UNIT && covers(reader, maker));
    }

    /** Whether the reader works for the maker's place, or for one above it. */
    private boolean covers(Actor reader, Actor maker) {
        var place = reader.place();
        var makers = maker.place();
        return place == null
                || (makers != null
                        && Arrays.asList(paths.place(
                                                makers,
                                                clock.instant().atZone(zone).toLocalDate())
                                        .split("/"))
                                .contains(place));
    }

    private static void readerOr403(Actor reader) {
        if (reader.reach().compareTo(Reach.OWN_UNIT) < 0) {
            throw Named.roleMayNot();
        }
    }
}
