package io.doorstep.query.visits;

import io.doorstep.identity.SignedIn;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.identity.device.Device;
import io.doorstep.identity.device.Devices;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a telephone whose it is, and what time it is here. */
@RestController
class DevicePage {

    private final Devices devices;
    private final Clock clock;

    DevicePage(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** @param serverTime by which a telephone sees that its own clock is wrong */
    record Known(String deviceId, String account, String name, Instant serverTime) {}

    @GetMapping("/api/visits/device")
    Known device() {
        var id = TokenAuthentication.device().orElseThrow(Named::roleMayNot);
        return new Known(
                id,
                SignedIn.now().actor().id(),
                devices.find(UUID.fromString(id)).map(Device::name).orElse(""),
                clock.instant());
    }
}
