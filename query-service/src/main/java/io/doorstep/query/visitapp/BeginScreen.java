package io.doorstep.query.visitapp;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Screen;
import io.doorstep.web.Named;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the app sends somebody to sign in: whoever arrives here has done so, and goes back; who goes on no visits reads so on a page. */
@Screen
class BeginScreen {

    @GetMapping("/visits/begin")
    ResponseEntity<Void> begin() {
        if (!SignedIn.now()
                .actor()
                .is(VISITING_CADRE, HANDLER, UNIT_HEAD, MEDIATOR, COORDINATION_GROUP, PETITION_OFFICER, SUPERVISOR)) {
            throw Named.roleMayNot();
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(Shell.ADDRESS + "#/begin"))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
