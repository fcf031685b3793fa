package io.doorstep.reference;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 基础数据查询。 Places, units, categories and officers as they held on a day, answered from memory.
 *
 * <p>Every load leaves a new stamp. A node looks at the stamp when two seconds have passed since it last did, and reads
 * the tables again when it changed; the node that loaded does so at once.
 */
public final class ReferenceData {

    private static final long TRUSTED_NANOS = Duration.ofSeconds(2).toNanos();

    private final JdbcTemplate jdbc;
    private final LongSupplier nanos;
    private volatile @Nullable Snapshot snapshot;
    private volatile long checkedAt;

    public ReferenceData(DataSource database) {
        this(database, System::nanoTime);
    }

    ReferenceData(DataSource database, LongSupplier nanos) {
        this.jdbc = new JdbcTemplate(database);
        this.nanos = nanos;
    }

    public Optional<Place> place(String code, LocalDate on) {
        return current().places.on(code, on);
    }

    public Optional<Unit> unit(String id, LocalDate on) {
        return current().units.on(id, on);
    }

    public Optional<Category> category(String code, LocalDate on) {
        return current().categories.on(code, on);
    }

    public Optional<Officer> officer(String id, LocalDate on) {
        return current().officers.on(id, on);
    }

    /**
     * Places in the order of their paths.
     *
     * @param under a place's code: that place and all below it; null for all
     */
    public List<Place> places(@Nullable String under, LocalDate on) {
        return under(current().places, under, on);
    }

    /**
     * Units in the order of their paths.
     *
     * @param under a unit's id: that unit and all below it; null for all
     */
    public List<Unit> units(@Nullable String under, LocalDate on) {
        return under(current().units, under, on);
    }

    /**
     * Categories in the order of their paths.
     *
     * @param under a category's code: that category and all below it; null for all
     */
    public List<Category> categories(@Nullable String under, LocalDate on) {
        return under(current().categories, under, on);
    }

    /**
     * Officers in the order of their ids.
     *
     * @param unit a unit's id: the officers of that very unit; null for all
     */
    public List<Officer> officers(@Nullable String unit, LocalDate on) {
        return current()
                .officers
                .on(on)
                .filter(officer -> unit == null || officer.unit().equals(unit))
                .toList();
    }

    /** Whether the code is or was that of a place; a ledger may be older than the reference data. */
    public boolean everPlace(String code) {
        return current().places.ever(code);
    }

    /** Whether the id is or was that of a unit. */
    public boolean everUnit(String id) {
        return current().units.ever(id);
    }

    /** Whether the code is or was that of a category. */
    public boolean everCategory(String code) {
        return current().categories.ever(code);
    }

    /** Whether the id is or was that of an officer. */
    public boolean everOfficer(String id) {
        return current().officers.ever(id);
    }

    /** Whether the officer heads the unit on that day. */
    public boolean heads(String unit, String officer, LocalDate on) {
        return officer(officer, on)
                .filter(it -> it.head() && it.unit().equals(unit))
                .isPresent();
    }

    /** Nothing has ever been loaded. */
    public boolean isEmpty() {
        var now = current();
        return now.places.isEmpty() && now.units.isEmpty() && now.categories.isEmpty() && now.officers.isEmpty();
    }

    /** Whether there is all that a case is sorted by: places, units and categories. */
    public boolean isWhole() {
        var now = current();
        return !now.places.isEmpty() && !now.units.isEmpty() && !now.categories.isEmpty();
    }

    /** Looks at the stamp before the next answer, whenever it last did. */
    public void refresh() {
        snapshot = null;
    }

    private static <E extends Entry<E>> List<E> under(Versions<E> all, @Nullable String under, LocalDate on) {
        return all.on(on).filter(it -> under == null || it.isUnder(under)).toList();
    }

    private Snapshot current() {
        var known = snapshot;
        return known != null && nanos.getAsLong() - checkedAt < TRUSTED_NANOS ? known : checked();
    }

    private synchronized Snapshot checked() {
        var known = snapshot;
        long now = nanos.getAsLong();
        if (known == null || now - checkedAt >= TRUSTED_NANOS) {
            // the stamp is read before the tables: at worst they are newer than it and get read once more
            var stamp = jdbc.queryForObject("select stamp from reference_stamp where id = 1", String.class);
            known = known != null && known.stamp.equals(stamp) ? known : Snapshot.read(String.valueOf(stamp), jdbc);
            snapshot = known;
            checkedAt = now;
        }
        return known;
    }

    private record Snapshot(
            String stamp,
            Versions<Place> places,
            Versions<Unit> units,
            Versions<Category> categories,
            Versions<Officer> officers) {

        static Snapshot read(String stamp, JdbcTemplate jdbc) {
            return new Snapshot(
                    stamp,
                    new Versions<>(ReferenceTable.PLACES.all(jdbc)),
                    new Versions<>(ReferenceTable.UNITS.all(jdbc)),
                    new Versions<>(ReferenceTable.CATEGORIES.all(jdbc)),
                    new Versions<>(ReferenceTable.OFFICERS.all(jdbc)));
        }
    }
}
