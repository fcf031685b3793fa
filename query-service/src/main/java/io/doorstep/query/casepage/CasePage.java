package io.doorstep.query.casepage;

import io.doorstep.query.layout.CaseRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CasePage {

    private final CaseFiles files;
    private final Clock clock;

    CasePage(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{id}")
    ResponseEntity<CaseFile> page(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> request, Locale locale) {
        var read = files.read(id, CaseRequest.read(request, clock.instant()), "CASE_PAGE", locale);
        return ResponseEntity.ok().eTag("\"" + read.found().version() + "\"").body(read.file());
    }
}
