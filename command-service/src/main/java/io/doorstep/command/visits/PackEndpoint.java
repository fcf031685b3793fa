package io.doorstep.command.visits;

import io.doorstep.access.AccessLog;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.identity.Actor;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.visits.Pack;
import io.doorstep.visits.Packs;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts on record which cases somebody takes along, before anything of them is told to his telephone. */
@RestController
class PackEndpoint {

    private static final int MOST = 50;

    private final Packs packs;
    private final Desk desk;
    private final AccessLog log;
    private final TransactionOperations transaction;

    PackEndpoint(Packs packs, Desk desk, AccessLog log, TransactionOperations transaction) {
        this.transaction = transaction;
        this.packs = packs;
        this.desk = desk;
        this.log = log;
    }

    record PackForm(UUID packId, List<UUID> cases) implements Form {}

    record Taken(String packId, Instant wipeAt) {}

    @PostMapping("/api/visits/packs")
    ResponseEntity<Taken> take(@RequestBody PackForm form, Ask ask) {
        var device = TokenAuthentication.device().orElseThrow(Named::roleMayNot);
        if (!ask.actor().is(WhoVisits.ROLES)) {
            throw Named.roleMayNot();
        }
        var cases = form.cases().stream().map(UUID::toString).distinct().toList();
        if (cases.isEmpty() || cases.size() > MOST) {
            throw new Malformed(FieldProblem.of("cases", "OUT_OF_RANGE", 1, MOST));
        }
        mustBeKnown(cases, ask);
        var pack = Objects.requireNonNull(
                transaction.execute(step -> kept(form.packId(), device, ask.actor(), cases)),
                "a pack is kept or refused");
        return ResponseEntity.created(URI.create("/api/visits/packs/" + pack.id()))
                .body(new Taken(pack.id(), pack.wipeAt()));
    }

    private Pack kept(UUID id, String device, Actor actor, List<String> cases) {
        var first = packs.find(id).isEmpty();
        var pack = packs.keep(id, device, actor.id(), cases);
        if (first) {
            cases.forEach(one -> log.add(actor, one, "PACK", "VISIT"));
        }
        return pack;
    }

    private void mustBeKnown(List<String> cases, Ask ask) {
        var unknown = IntStream.range(0, cases.size())
                .filter(i -> desk.known(ask.actor(), cases.get(i)).isEmpty())
                .mapToObj(i -> FieldProblem.of("cases[" + i + "]", "UNKNOWN_CASE"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Malformed(unknown);
        }
    }
}
