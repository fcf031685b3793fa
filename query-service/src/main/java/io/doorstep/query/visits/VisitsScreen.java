package io.doorstep.query.visits;

import io.doorstep.identity.SignedIn;
import io.doorstep.identity.device.Devices;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class VisitsScreen {

    private final Visits visits;
    private final Owed owed;
    private final Coverage coverage;
    private final Devices devices;

    VisitsScreen(Visits visits, Owed owed, Coverage coverage, Devices devices) {
        this.visits = visits;
        this.owed = owed;
        this.coverage = coverage;
        this.devices = devices;
    }

    @GetMapping("/visits")
    String visits(Model model) {
        var reader = SignedIn.now().actor();
        model.addAttribute("questions", visits.questions(reader));
        model.addAttribute("owed", owed.of(reader));
        model.addAttribute("promises", visits.promises(reader));
        model.addAttribute("villages", coverage.of(reader));
        model.addAttribute("devices", devices.of(reader.id()));
        model.addAttribute("takesBundles", takesBundles());
        model.addAttribute("most", Visits.MOST);
        model.addAttribute("days", Coverage.DAYS);
        return "visits/visits";
    }

    @GetMapping("/visits/bundle")
    String bundle() {
        if (!takesBundles()) {
            throw Named.roleMayNot();
        }
        return "visits/bundle";
    }

    private static boolean takesBundles() {
        return SignedIn.now().actor().is(Role.PETITION_OFFICER, Role.DISPATCHER, Role.SUPERVISOR);
    }
}
