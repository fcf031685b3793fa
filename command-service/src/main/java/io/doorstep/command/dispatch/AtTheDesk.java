package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Timeliness;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.Sealed;
import io.doorstep.identity.Actor;
import io.doorstep.identity.FactMetadata;
import io.doorstep.policy.Deadlines;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The circumstances of one command. */
record AtTheDesk(Desk desk, Sending sending, Instant now, Instant when) implements Circumstances {

    @Override
    public Actor actor() {
        return sending.actor();
    }

    @Override
    public Deadlines deadlines() {
        return desk.deadlines;
    }

    @Override
    public boolean imported() {
        return sending.importId() != null;
    }

    @Override
    public boolean byTheClock() {
        return sending.byTheClock();
    }

    @Override
    public boolean lateReasonGiven() {
        return sending.lateReason() != null;
    }

    @Override
    public Sealed seal(String subject, Private words) {
        try {
            return desk.vault.seal(subject, words);
        } catch (DuplicateKeyException keyMadeMeanwhile) {
            throw new ConcurrencyException("another node made the key meanwhile", keyMadeMeanwhile);
        }
    }

    @Override
    public boolean reads(@Nullable Sealed sealed, Private words) {
        return sealed != null && desk.vault.open(sealed).filter(words::equals).isPresent();
    }

    @Override
    public void remember(String person, String caseId, NumberKind kind, Private number) {
        try {
            desk.vault.remember(person, caseId, kind, number);
        } catch (DuplicateKeyException keptMeanwhile) {
            throw new ConcurrencyException("another node remembered the number meanwhile", keptMeanwhile);
        }
    }

    @Override
    public String nextNumber(String place, Instant reportedAt) {
        return desk.numbers.next(place, reportedAt);
    }

    @Override
    public boolean heads(String unit, String officer) {
        return desk.reference.heads(unit, officer, desk.deadlines.day(now));
    }

    @Override
    public Optional<CaseState> other(String caseId) {
        return desk.known(actor(), caseId, now);
    }

    @Override
    public Optional<CaseState> linked(String caseId) {
        return desk.standing(caseId, now);
    }

    @Override
    public boolean mayKnowOf(CaseState standing) {
        return desk.sightOf(actor(), now).covers(standing);
    }

    @Override
    public boolean tookAlong(String caseId) {
        return desk.packs.took(actor().id(), caseId);
    }

    @Override
    public boolean worksAt(String place) {
        return desk.sightOf(actor(), now).worksAt(place);
    }

    @Override
    public Map<String, ?> metadataOf(CaseEvent fact, CaseHistory history) {
        var metadata = new HashMap<String, Object>();
        metadata.put(FactMetadata.ACTOR, actor().id());
        metadata.put(FactMetadata.ROLES, actor().rolesAsText());
        var unit = actor().unit();
        if (unit != null) {
            metadata.put(FactMetadata.UNIT, unit);
        }
        var importId = sending.importId();
        if (importId != null) {
            metadata.put(FactMetadata.IMPORT, importId);
        }
        Timeliness.mark(fact, history, this).ifPresent(mark -> metadata.put(FactMetadata.LATE, mark));
        var reason = sending.lateReason();
        if (reason != null) {
            var sealed = seal(fact.caseId(), reason);
            metadata.put(FactMetadata.LATE_REASON, sealed.k() + " " + sealed.c());
        }
        return metadata;
    }
}
