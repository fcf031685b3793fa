package io.doorstep.command.reminders;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.duties.OpenDuty;
import io.doorstep.identity.Account;
import io.doorstep.policy.Rung;
import io.doorstep.terms.Role;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 告知对象。 Who is told of a duty: of those whose office it is, the accounts that hold today and may know of the case.
 *
 * @param accounts all of the house
 */
record Recipients(List<Account> accounts, LocalDate today, Desk desk) {

    Set<Account> of(Rung rung, OpenDuty duty, CaseState standing) {
        return rung.tell().stream()
                .flatMap(whom -> of(whom, duty, standing).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Account> of(Rung.Told whom, OpenDuty duty, CaseState standing) {
        return switch (whom) {
            case RESPONSIBLE -> responsible(duty, standing);
            case UNIT_HEAD -> ofUnit(standing, Role.UNIT_HEAD);
            case LEAD -> those(standing, account -> account.id().equals(standing.leadOfficer()));
            case OFFICE -> office(standing);
            case SUPERVISOR -> those(standing, account -> account.actor().is(Role.SUPERVISOR));
        };
    }

    /** The officer; if none is named, his unit; if it has no account, its head; and somebody in any case. */
    private Set<Account> responsible(OpenDuty duty, CaseState standing) {
        if (duty.ofTheOffice()) {
            return office(standing);
        }
        var officer = those(standing, account -> account.id().equals(standing.officer()));
        if (!officer.isEmpty()) {
            return officer;
        }
        var unit = ofUnit(standing, Role.HANDLER);
        if (!unit.isEmpty()) {
            return unit;
        }
        var heads = ofUnit(standing, Role.UNIT_HEAD);
        return heads.isEmpty() ? office(standing) : heads;
    }

    private Set<Account> office(CaseState standing) {
        return those(standing, account -> account.actor().is(Role.PETITION_OFFICER, Role.DISPATCHER));
    }

    private Set<Account> ofUnit(CaseState standing, Role role) {
        return those(
                standing,
                account -> account.actor().is(role)
                        && account.unit() != null
                        && Objects.equals(account.unit(), standing.unit()));
    }

    private Set<Account> those(CaseState standing, Predicate<Account> who) {
        return accounts.stream()
                .filter(account -> account.admits(today))
                .filter(who)
                .filter(account -> desk.mayKnow(account.actor(), standing))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
