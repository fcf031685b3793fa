package io.doorstep.command.erasure;

import io.doorstep.access.AccessLog;
import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.erasure.Erasure;
import io.doorstep.erasure.ErasureGround;
import io.doorstep.erasure.ErasureRefusal;
import io.doorstep.erasure.Erasures;
import io.doorstep.identity.Actor;
import io.doorstep.vault.Vault;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 删除办理。 Takes requests to erase in, and the decisions of those who may agree; with the second agreement it is done. */
@Component
class ErasureDesk {

    private static final String WHAT = "ERASURE";

    private final Erasures erasures;
    private final Erasing erasing;
    private final SamePerson samePerson;
    private final OtherCases cases;
    private final Desk desk;
    private final Vault vault;
    private final AccessLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ErasureDesk(
            Erasures erasures,
            Erasing erasing,
            SamePerson samePerson,
            OtherCases cases,
            Desk desk,
            Vault vault,
            AccessLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.erasures = erasures;
        this.erasing = erasing;
        this.samePerson = samePerson;
        this.cases = cases;
        this.desk = desk;
        this.vault = vault;
        this.log = log;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of a request.
     *
     * @param cases how many cases name the person, as far as they are included
     * @param missing how many people must still agree
     */
    record Answer(String erasureId, String state, int cases, int missing) {
        static Answer of(Erasure erasure) {
            var missing = erasure.isOpen()
                    ? Math.max(1, Erasure.APPROVALS - erasure.approvals().size())
                    : 0;
            return new Answer(
                    erasure.erasureId(), erasure.state(), erasure.subjects().size(), missing);
        }
    }

    Answer request(Actor actor, String caseId, int petitioner, ErasureGround ground) {
        if (!Erasure.mayRequest(actor)) {
            throw Named.roleMayNot();
        }
        if (desk.known(actor, caseId).isEmpty()) {
            throw Named.notFound();
        }
        var history = cases.find(caseId).orElseThrow(Named::notFound);
        var petitioners = history.petitioners();
        if (petitioner < 1 || petitioner > petitioners.size()) {
            throw new Malformed(FieldProblem.of("petitioner", "OUT_OF_RANGE", 1, petitioners.size()));
        }
        refuseIf(!ground.holdsForOpenCases() && !isOver(history), "CASE_STILL_OPEN");
        var person = petitioners.get(petitioner - 1);
        return inTransaction(() -> {
            refuseIf(vault.open(person.name()).isEmpty(), "ERASED_ALREADY");
            refuseIf(
                    erasures.of(caseId).stream()
                            .filter(Erasure::isOpen)
                            .flatMap(open -> open.subjects().stream())
                            .anyMatch(one -> one.personId().equals(person.personId())),
                    "ERASURE_IS_ASKED_FOR");
            var subjects = samePerson.as(caseId, person).stream()
                    .filter(one -> ground.holdsForOpenCases()
                            || cases.find(one.caseId()).filter(this::isOver).isPresent())
                    .toList();
            var id = erasures.request(actor, caseId, petitioner, ground, subjects);
            subjects.forEach(one -> log.add(actor, one.caseId(), WHAT, "REQUESTED"));
            return Answer.of(held(id));
        });
    }

    Answer approve(Actor actor, String erasureId) {
        var done = inTransaction(() -> {
            var erasure = decidable(actor, erasureId);
            erasures.approve(actor, erasureId);
            erasure.subjects().forEach(one -> log.add(actor, one.caseId(), WHAT, "APPROVED"));
            var now = held(erasureId);
            if (now.isApproved()) {
                erasing.erase(now, actor);
            }
            return held(erasureId);
        });
        if (!done.isOpen()) {
            erasing.sweepUp(done);
        }
        return Answer.of(done);
    }

    Answer refuse(Actor actor, String erasureId, ErasureRefusal why) {
        return inTransaction(() -> {
            decidable(actor, erasureId);
            erasures.refuse(actor, erasureId, why);
            return Answer.of(held(erasureId));
        });
    }

    private Erasure decidable(Actor actor, String erasureId) {
        if (!Erasure.mayApprove(actor)) {
            throw Named.roleMayNot();
        }
        var erasure = held(erasureId);
        if (desk.known(actor, erasure.caseId()).isEmpty()) {
            throw Named.notFound();
        }
        var why = erasure.whyNotBy(actor);
        if (why != null) {
            throw new Named(HttpStatus.CONFLICT, why);
        }
        return erasure;
    }

    private Erasure held(String erasureId) {
        return erasures.findAndHold(erasureId).orElseThrow(Named::notFound);
    }

    private boolean isOver(CaseHistory history) {
        return history.asOf(clock.instant()).isOver();
    }

    private static void refuseIf(boolean refused, String code) {
        if (refused) {
            throw new Named(HttpStatus.CONFLICT, code);
        }
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(step -> work.get()));
    }
}
