package io.doorstep.query.editions;

import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * 版次。 Shows an administrator the two sets of reading tables, has one built anew beside the other, and says which one serves. These POSTs
 * change no fact, so they belong where the reading is done.
 */
@RestController
class EditionsPage {

    private final Editions editions;
    private final EditionWatch watch;

    EditionsPage(Editions editions, EditionWatch watch) {
        this.editions = editions;
        this.watch = watch;
    }

    record RebuildForm(
            @MaxLength(400) String reason, @Nullable Boolean thenServe) implements Form {}

    record ReasonForm(@MaxLength(400) String reason) implements Form {}

    @GetMapping("/api/editions")
    EditionWatch.All all() {
        onlyAdministrators();
        return watch.all();
    }

    @PostMapping("/api/editions/rebuild")
    EditionWatch.All rebuild(@RequestBody RebuildForm form) {
        editions.rebuild(onlyAdministrators(), form.reason(), Boolean.TRUE.equals(form.thenServe()));
        return all();
    }

    @PostMapping("/api/editions/switch")
    EditionWatch.All swap(@RequestBody ReasonForm form) {
        var by = onlyAdministrators();
        editions.look();
        editions.serve(editions.serving().other(), by, form.reason());
        return all();
    }

    @PostMapping("/api/editions/drop")
    EditionWatch.All drop(@RequestBody ReasonForm form) {
        editions.drop(onlyAdministrators(), form.reason());
        return all();
    }

    private static String onlyAdministrators() {
        var actor = SignedIn.now().actor();
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        return actor.id();
    }
}
