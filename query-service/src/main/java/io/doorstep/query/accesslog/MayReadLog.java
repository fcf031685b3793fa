package io.doorstep.query.accesslog;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;

/** Who may read who read. */
final class MayReadLog {

    private MayReadLog() {}

    static Actor or403() {
        var reader = SignedIn.now().actor();
        if (!reader.is(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.AUDITOR)) {
            throw Named.roleMayNot();
        }
        return reader;
    }
}
