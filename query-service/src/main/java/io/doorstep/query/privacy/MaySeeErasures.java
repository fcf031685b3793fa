package io.doorstep.query.privacy;

import io.doorstep.erasure.Erasure;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.web.Named;

/** Who decides about requests to erase sees them; whoever asked learns from the case. */
final class MaySeeErasures {

    private MaySeeErasures() {}

    static Actor or403() {
        var reader = SignedIn.now().actor();
        if (!Erasure.mayApprove(reader)) {
            throw Named.roleMayNot();
        }
        return reader;
    }
}
