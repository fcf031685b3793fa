package io.doorstep.query.accesslog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 查阅。 One line of the access log.
 *
 * @param unit of whoever read, at that time; null in older lines
 */
public record AccessEntry(
        long id,
        Instant at,
        String actor,
        String roles,
        @Nullable String unit,
        String caseId,
        @Nullable String number,
        @Nullable String title,
        String what,
        String purpose) {

    /** The roles that he had then. */
    public List<String> roleNames() {
        return Arrays.stream(roles.split(",")).filter(role -> !role.isBlank()).toList();
    }

    AccessEntry of(@Nullable String caseNumber, @Nullable String caseTitle) {
        return new AccessEntry(id, at, actor, roles, unit, caseId, caseNumber, caseTitle, what, purpose);
    }
}
