package io.doorstep.query.federation;

import io.doorstep.federation.county.SharedFacts;
import io.doorstep.federation.upper.Standing;
import io.doorstep.query.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the same: in a county what goes up, in the level above how fresh each county is and what stopped it. */
@Screen
class FederationScreen {

    private final SharedFacts shared;
    private final Standing standing;

    FederationScreen(SharedFacts shared, Standing standing) {
        this.shared = shared;
        this.standing = standing;
    }

    @GetMapping("/federation")
    String page(Model model) {
        model.addAttribute("state", FederationPage.state(shared, standing));
        return "federation/federation";
    }
}
