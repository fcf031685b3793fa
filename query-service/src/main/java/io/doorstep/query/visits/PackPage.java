package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Labels;
import io.doorstep.visits.Pack;
import io.doorstep.visits.Packs;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells a telephone what was taken along on it, with names and addresses, until the pack is to be wiped. */
@RestController
class PackPage {

    private final Packs packs;
    private final Cases cases;
    private final PackedCases packed;
    private final Openings openings;
    private final MessageSource messages;
    private final Clock clock;

    PackPage(Packs packs, Cases cases, PackedCases packed, Openings openings, MessageSource messages, Clock clock) {
        this.packs = packs;
        this.cases = cases;
        this.packed = packed;
        this.openings = openings;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param cases those of the pack that its owner still may know of */
    record Answer(String packId, Instant takenAt, Instant wipeAt, List<PackedCase> cases) {}

    @GetMapping("/api/visits/packs/{id}")
    ResponseEntity<Answer> pack(@PathVariable UUID id, Locale locale) {
        var device = TokenAuthentication.device().orElseThrow(Named::roleMayNot);
        var reader = SignedIn.now().actor();
        var pack = packs.find(id)
                .filter(one -> one.device().equals(device) && one.account().equals(reader.id()))
                .filter(one -> one.wipeAt().isAfter(clock.instant()))
                .orElseThrow(Named::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(pack.id(), pack.takenAt(), pack.wipeAt(), cases(pack, reader, locale)));
    }

    private List<PackedCase> cases(Pack pack, Actor reader, Locale locale) {
        var labels = new Labels(messages, locale);
        var moment = Moment.present(clock.instant());
        return pack.cases().stream()
                .map(id -> cases.find(reader, id, moment))
                .flatMap(Optional::stream)
                .map(found -> packed.of(
                        found,
                        cases.history(reader, found.caseId(), moment),
                        openings.takenAlong(reader, found, "VISIT", labels)))
                .toList();
    }
}
