package io.doorstep.identity.rights;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Actor;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;

/** 账号窗口。 Changes accounts by the office's rules of administration, and puts each change on record. */
public final class AccountDesk {
    private final Accounts accounts;
    private final AccountJournal journal;
    private final Administration administration;
    private final ReferenceData reference;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ZoneId officeZone;

    public AccountDesk(
            Accounts accounts,
            AccountJournal journal,
            Administration administration,
            ReferenceData reference,
            TransactionOperations transactions,
            Clock clock,
            ZoneId officeZone) {
        this.accounts = accounts;
        this.journal = journal;
        this.administration = administration;
        this.reference = reference;
        this.transactions = transactions;
        this.clock = clock;
        this.officeZone = officeZone;
    }

    /** Refuses whoever may not open accounts, before anything about one is told. */
    void refuseWhoOpensNone(Actor actor) {
        if (!administration.opens(actor)) {
            throw Named.roleMayNot();
        }
    }

    /** Opens an account; {@code keep} writes it with its first password. */
    void open(Actor actor, Account account, String reason, Runnable keep) {
        refuseWhoOpensNone(actor);
        checkOpening(account);
        check(account);
        transactions.executeWithoutResult(step -> {
            keep.run();
            journal.add(account.id(), actor.id(), RightsChange.OPENED, null, Rights.of(account), reason);
        });
    }

    /** Gives an account other rights. */
    Account grant(Actor actor, String id, UnaryOperator<Account> change, String reason) {
        if (!administration.grants(actor)) {
            throw Named.roleMayNot();
        }
        if (!administration.grantsTo(actor, id)) {
            throw new Named(HttpStatus.FORBIDDEN, "NOT_ONES_OWN_RIGHTS");
        }
        return change(actor, id, RightsChange.GRANTED, change, reason);
    }

    /** Lets an account sign in no more; who works with it is out at his next request. */
    void disable(Actor actor, String id, String reason) {
        if (!administration.opens(actor) && !administration.grants(actor)) {
            throw Named.roleMayNot();
        }
        change(actor, id, RightsChange.DISABLED, account -> account.enabled(false), reason);
    }

    void enable(Actor actor, String id, String reason) {
        refuseWhoOpensNone(actor);
        change(actor, id, RightsChange.ENABLED, account -> account.enabled(true), reason);
    }

    /** Puts on record what was done to an account besides its rights. */
    void note(Actor actor, String id, RightsChange change, String reason, Runnable what) {
        refuseWhoOpensNone(actor);
        transactions.executeWithoutResult(step -> {
            if (accounts.find(id).isEmpty()) {
                throw Named.notFound();
            }
            what.run();
            journal.add(id, actor.id(), change, null, null, reason);
        });
    }

    private Account change(Actor actor, String id, RightsChange what, UnaryOperator<Account> change, String reason) {
        var changed = transactions.execute(step -> {
            // administrators first: two of them who disable each other at once come one after the other
            accounts.lockAdministrators();
            var before = accounts.find(id).orElseThrow(Named::notFound);
            var after = change.apply(before);
            if (what == RightsChange.GRANTED) {
                check(after);
            }
            accounts.change(after);
            for (var needed : needed()) {
                if (before.roles().contains(needed) && !accounts.hasLasting(needed, today())) {
                    throw new Named(HttpStatus.CONFLICT, "LAST_ADMINISTRATOR");
                }
            }
            if (!Rights.of(before).equals(Rights.of(after))) {
                journal.add(id, actor.id(), what, Rights.of(before), Rights.of(after), reason);
            }
            return after;
        });
        if (changed == null) {
            throw new IllegalStateException("nothing was changed");
        }
        return changed;
    }

    /** Roles without which nobody could mend anything any more. */
    private List<Role> needed() {
        return administration == Administration.JOINT
                ? List.of(Role.ADMINISTRATOR)
                : List.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
    }

    private void checkOpening(Account account) {
        if (administration == Administration.JOINT) {
            if (account.roles().isEmpty()) {
                throw new Malformed(FieldProblem.of("roles", "REQUIRED"));
            }
            return;
        }
        // the first one who can grant rights has to come from somewhere
        var first = account.roles().equals(Set.of(Role.SECURITY_ADMINISTRATOR))
                && !accounts.hasLasting(Role.SECURITY_ADMINISTRATOR, today());
        if (!account.roles().isEmpty() && !first) {
            throw new Malformed(FieldProblem.of("roles", "GRANTED_APART"));
        }
        if (account.place() != null) {
            throw new Malformed(FieldProblem.of("place", "GRANTED_APART"));
        }
        if (account.unit() != null) {
            throw new Malformed(FieldProblem.of("unit", "GRANTED_APART"));
        }
    }

    private void check(Account account) {
        var problems = new ArrayList<FieldProblem>();
        var today = today();
        var place = account.place();
        if (place != null && reference.place(place, today).isEmpty()) {
            problems.add(FieldProblem.of("place", "UNKNOWN_PLACE"));
        }
        var unit = account.unit();
        // the first accounts are opened before there are any units
        if (unit != null
                && reference.unit(unit, today).isEmpty()
                && !reference.units(null, today).isEmpty()) {
            problems.add(FieldProblem.of("unit", "UNKNOWN_UNIT"));
        }
        var from = account.validFrom();
        var to = account.validTo();
        if (from != null && to != null && !to.isAfter(from)) {
            problems.add(FieldProblem.of("validTo", "NOT_AFTER_THE_START"));
        }
        if (!administration.allowsTogether(account.roles())) {
            problems.add(FieldProblem.of("roles", "TWO_OF_THREE"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), officeZone);
    }
}
