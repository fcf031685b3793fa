package io.doorstep.vault;

import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 密钥库接口。 Shows administrators how the keys are wrapped, and changes the master key; tells no key and of nobody's data. */
@RestController
public final class VaultEndpoint {

    private final KeyRotation rotation;

    public VaultEndpoint(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @GetMapping("/api/vault")
    KeyRotation.State state() {
        onlyAdministrators();
        return rotation.state();
    }

    @PostMapping("/api/vault/rotation")
    KeyRotation.State rotate() {
        onlyAdministrators();
        return rotation.rotate();
    }

    private static void onlyAdministrators() {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }
}
