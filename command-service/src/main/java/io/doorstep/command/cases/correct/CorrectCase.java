package io.doorstep.command.cases.correct;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_ACCUSED;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_TO_CORRECT;
import static io.doorstep.command.cases.decision.Refusal.PARTY_SMALLER_THAN_ITS_NAMES;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.Change;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 更正案件。 Mend what was recorded wrongly about the matter.
 *
 * @param plain new values by field; accused units joined by commas
 * @param statement the petitioner's own words as they should stand
 */
public record CorrectCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        Map<String, String> plain,
        @Nullable Private statement,
        Private reason)
        implements CaseCommand {

    static final String ACCUSED_UNITS = "accusedUnits";
    static final String PARTY_SIZE = "partySize";

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER);
        before.mustBeOnRecord();
        var unit = before.unit();
        ASSIGNEE_IS_ACCUSED.when(unit != null && units(plain.get(ACCUSED_UNITS)).contains(unit));
        var partySize = plain.get(PARTY_SIZE);
        PARTY_SMALLER_THAN_ITS_NAMES.when(partySize != null && Integer.parseInt(partySize) < before.petitioners());
        var id = caseId.value();
        var changes = changes(id, before, at);
        NOTHING_TO_CORRECT.when(changes.isEmpty());
        return List.of(new CaseCorrected(id, at.when(), changes, at.seal(id, reason)));
    }

    private List<Change> changes(String id, CaseState before, Circumstances at) {
        var changes = new ArrayList<Change>();
        plain.forEach((field, to) -> {
            var from = before.field(field);
            if (!same(field, from, to)) {
                changes.add(new Change(field, from, to, null, null));
            }
        });
        if (statement != null && !at.reads(before.statement(), statement)) {
            changes.add(new Change("statement", null, null, before.statement(), at.seal(id, statement)));
        }
        return changes;
    }

    private static boolean same(String field, @Nullable String from, String to) {
        return field.equals(ACCUSED_UNITS) ? units(from).equals(units(to)) : to.equals(from);
    }

    private static Set<String> units(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(joined.split(",")));
    }
}
