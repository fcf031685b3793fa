package io.doorstep.query.federation;

import io.doorstep.federation.Stretch;
import io.doorstep.federation.county.SharedFacts;
import io.doorstep.federation.upper.Standing;
import io.doorstep.federation.upper.Standing.County;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the program of the level above; and how fresh its copies are, for whoever reads them. */
@RestController
class FederationPage {

    private final SharedFacts shared;
    private final Standing standing;

    FederationPage(SharedFacts shared, Standing standing) {
        this.shared = shared;
        this.standing = standing;
    }

    /**
     * 联通概况。
     *
     * @param key what the level above needs to check this office's heads; null before the first fact
     * @param withheld kinds of cases that are not handed up
     * @param counties whose facts are copied here; none in an office with cases of its own
     */
    record State(@Nullable String key, Set<String> withheld, List<County> counties) {}

    @GetMapping("/api/federation/facts")
    ResponseEntity<Stretch> facts(@RequestParam MultiValueMap<String, String> request) {
        if (!SignedIn.now().actor().is(Role.UPPER_LEVEL)) {
            throw Named.roleMayNot();
        }
        var question = FactsQuestion.read(request);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(shared.from(question.from(), question.most()));
    }

    @GetMapping("/api/federation")
    State state() {
        return state(shared, standing);
    }

    static State state(SharedFacts shared, Standing standing) {
        return new State(
                shared.key()
                        .map(key -> Base64.getEncoder().encodeToString(key.publicKey()))
                        .orElse(null),
                shared.withholding().kinds(),
                standing.counties());
    }
}
