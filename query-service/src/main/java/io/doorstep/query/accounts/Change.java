package io.doorstep.query.accounts;

import io.doorstep.identity.rights.AccountJournal;
import io.doorstep.identity.rights.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 一次变更。 An entry of the journal, with what differs between before and after. */
record Change(Instant at, String actor, String what, String reason, List<Difference> differences) {

    /** One right that is another one now. */
    record Difference(
            String right, @Nullable Object before, @Nullable Object after) {}

    static Change of(AccountJournal.Entry entry) {
        var differences = new ArrayList<Difference>();
        var before = entry.before();
        var after = entry.after();
        if (after != null) {
            add(differences, "roles", before == null ? List.of() : before.roles(), after.roles());
            add(differences, "unit", of(before, Rights::unit), after.unit());
            add(differences, "place", of(before, Rights::place), after.place());
            add(differences, "validFrom", of(before, Rights::validFrom), after.validFrom());
            add(differences, "validTo", of(before, Rights::validTo), after.validTo());
        }
        return new Change(entry.at(), entry.actor(), entry.change().name(), entry.reason(), differences);
    }

    private static @Nullable Object of(
            @Nullable Rights rights, java.util.function.Function<Rights, @Nullable Object> right) {
        return rights == null ? null : right.apply(rights);
    }

    private static void add(List<Difference> all, String right, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            all.add(new Difference(right, before, after));
        }
    }
}
