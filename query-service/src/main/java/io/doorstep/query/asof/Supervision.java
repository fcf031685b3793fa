package io.doorstep.query.asof;

import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.terms.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 督办。 An order to see to the case; {@code level} is a constant of {@code SupervisionLevel}.
 *
 * @param byUnit the office that ordered it
 * @param byRole the role in which somebody there did
 */
public record Supervision(
        String level,
        Instant orderedAt,
        LocalDate answerBy,
        @Nullable Instant answeredAt,
        @Nullable String byUnit,
        @Nullable String byRole) {

    static Supervision of(SupervisionOrdered fact, RecordedFact recorded) {
        var roles = recorded.roles();
        var role = Stream.of(Role.SUPERVISOR, Role.COORDINATION_GROUP)
                .map(Role::name)
                .filter(name -> ("," + roles + ",").contains("," + name + ","))
                .findFirst();
        return new Supervision(
                fact.level(), recorded.occurredAt(), fact.answerBy(), null, recorded.unit(), role.orElse(null));
    }

    Supervision answered(Instant at) {
        return answeredAt != null ? this : new Supervision(level, orderedAt, answerBy, at, byUnit, byRole);
    }
}
