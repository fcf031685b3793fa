package io.doorstep.reference.loading;

import io.doorstep.reference.ReferenceData;
import io.doorstep.store.Migration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An office on a fresh database where today is 2 March 2026. */
final class Office {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final ReferenceData data;
    final ReferenceLoading loading;

    Office(DataSource database) {
        Migration.ofFacts(database);
        data = new ReferenceData(database);
        loading = new ReferenceLoading(
                database,
                new JdbcTransactionManager(database),
                data,
                Clock.fixed(TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE));
    }

    LoadReport load(ReferenceKind kind, String csv) {
        return load(kind, csv, null);
    }

    LoadReport load(ReferenceKind kind, String csv, @Nullable LocalDate validFrom) {
        return load(kind, csv.getBytes(StandardCharsets.UTF_8), validFrom);
    }

    LoadReport load(ReferenceKind kind, byte[] file, @Nullable LocalDate validFrom) {
        return loading.load(kind, new ByteArrayInputStream(file), validFrom);
    }

    /** What was wrong, as {@code line field CODE}. */
    List<String> faults(ReferenceKind kind, String csv) {
        return faults(() -> load(kind, csv));
    }

    List<String> faults(ThrowingCallable load) {
        return Assertions.catchThrowableOfType(RefusedLoad.class, load).faults().stream()
                .map(fault -> fault.line() + " " + fault.field() + " " + fault.code())
                .toList();
    }
}
