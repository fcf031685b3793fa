package io.doorstep.command.views;

import io.doorstep.command.web.Ask;
import io.doorstep.store.Collisions;
import io.doorstep.views.SavedView;
import io.doorstep.views.SavedViews;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SavedViewEndpoint {

    private static final Set<String> LISTS = Set.of("problems", "assignments", "closeouts");

    private final SavedViews views;

    SavedViewEndpoint(SavedViews views) {
        this.views = views;
    }

    record SaveViewForm(
            String list,
            @MaxLength(40) String name,
            @MaxLength(1000) @Nullable String query) implements Form {}

    record RemoveViewForm(String list, @MaxLength(40) String name) implements Form {}

    @PostMapping("/api/views")
    ResponseEntity<SavedView> save(@RequestBody SaveViewForm form, Ask ask) {
        known(form.list());
        var view = new SavedView(form.list(), form.name(), form.query() == null ? "" : form.query());
        if (!Collisions.outlast(() -> views.keep(ask.actor().id(), view))) {
            throw new Named(HttpStatus.CONFLICT, "TOO_MANY_VIEWS");
        }
        return ResponseEntity.ok(view);
    }

    @PostMapping("/api/views/removal")
    ResponseEntity<Void> remove(@RequestBody RemoveViewForm form, Ask ask) {
        known(form.list());
        views.remove(ask.actor().id(), form.list(), form.name());
        return ResponseEntity.noContent().build();
    }

    private static void known(String list) {
        if (!LISTS.contains(list)) {
            throw new Malformed(FieldProblem.of("list", "UNKNOWN_CONSTANT", "problems, assignments, closeouts"));
        }
    }
}
