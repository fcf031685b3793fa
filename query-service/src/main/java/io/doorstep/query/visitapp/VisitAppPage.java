package io.doorstep.query.visitapp;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
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
}
