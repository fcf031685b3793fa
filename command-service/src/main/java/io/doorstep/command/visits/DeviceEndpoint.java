package io.doorstep.command.visits;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.identity.device.Device;
import io.doorstep.identity.device.Devices;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.rights.Administration;
import io.doorstep.visits.OfficeKey;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes a telephone known to whoever goes on visits with it, and marks it lost. */
@RestController
@ConditionalOnWebApplication
class DeviceEndpoint {

    private final Devices devices;
    private final OfficeKey officeKey;
    private final Administration administration;
    private final SecurityLog log;

    DeviceEndpoint(Devices devices, OfficeKey officeKey, Administration administration, SecurityLog log) {
        this.devices = devices;
        this.officeKey = officeKey;
        this.administration = administration;
        this.log = log;
    }

    /**
     * 登记手机。
     *
     * @param deviceId made on the telephone, or that of one which needs a new token
     */
    record DeviceForm(
            @Nullable UUID deviceId, @MaxLength(100) String name) implements Form {}

    record LossForm() implements Form {}

    /** The one time that the token is told. */
    record Known(UUID deviceId, String token, String officeKey) {}

    @PostMapping("/api/devices")
    ResponseEntity<Known> know(
            @RequestBody DeviceForm form, Authentication authentication, HttpServletRequest request) {
        var actor = SignedIn.now().actor();
        // or else a stolen token could live for ever by making its own successor
        if (authentication instanceof TokenAuthentication) {
            throw new Named(HttpStatus.FORBIDDEN, "TOKENS_NEED_A_PERSON");
        }
        if (!actor.is(WhoVisits.ROLES)) {
            throw Named.roleMayNot();
        }
        var given = form.deviceId();
        var id = given == null ? UUID.randomUUID() : given;
        var token = devices.know(id, actor.id(), form.name());
        log.add(SecurityEvent.DEVICE_KNOWN, actor.id(), request.getRemoteAddr(), "");
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Known(id, token, officeKey.publicKey()));
    }

    @PostMapping("/api/devices/{id}/lost")
    ResponseEntity<Void> lost(@PathVariable UUID id, @RequestBody LossForm form, HttpServletRequest request) {
        var actor = SignedIn.now().actor();
        var device = devices.find(id).filter(one -> mayMark(actor, one)).orElseThrow(Named::notFound);
        devices.lost(id, actor.id());
        log.add(SecurityEvent.DEVICE_LOST, device.account(), request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    private boolean mayMark(Actor actor, Device device) {
        return device.account().equals(actor.id()) || administration.opens(actor) || administration.grants(actor);
    }
}
