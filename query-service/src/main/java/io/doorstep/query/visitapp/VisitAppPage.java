package io.doorstep.query.visitapp;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.identity.SignedIn;
import io.doorstep.web.Named;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the app's first page and the program that keeps it on the phone; the other files are static. */
@RestController
class VisitAppPage {
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Shell shell;

    VisitAppPage(Shell shell) {
        this.shell = shell;
    }

    @GetMapping(Shell.ADDRESS)
    ResponseEntity<Resource> firstPage() {
        return ResponseEntity.ok()
                .contentType(PAGE)
                .cacheControl(CacheControl.noCache())
                .body(Shell.firstPage());
    }

    @GetMapping(Shell.ADDRESS + "worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(shell.worker());
    }

    /** Where the app sends somebody to sign in: whoever arrives here has done so, and goes back. */
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
