package io.doorstep.query.proof;

import io.doorstep.query.layout.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The page on which supervisors see that the history is whole, and have it checked. */
@Screen
class ProofScreen {

    private final Proofs proofs;

    ProofScreen(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/proof")
    String page(@RequestHeader(name = "HX-Target", required = false) @Nullable String part, Model model) {
        Proofs.readerOr403();
        model.addAttribute("state", proofs.state());
        if ("state".equals(part)) {
            return "proof/proof :: state";
        }
        model.addAttribute("checkpoints", proofs.checkpoints());
        model.addAttribute("outgoing", proofs.outgoing());
        model.addAttribute("checks", proofs.checks());
        return "proof/proof";
    }
}
