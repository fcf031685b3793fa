package io.doorstep.query.imports;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.web.Named;

/** 导入权限。 Who may bring ledgers in, and who may look how that went. */
final class MayImport {

    private MayImport() {}

    static boolean is(Actor reader) {
        return reader.is(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR);
    }

    static Actor or403() {
        var reader = SignedIn.now().actor();
        if (!is(reader)) {
            throw Named.roleMayNot();
        }
        return reader;
    }

    static void orMayLookOr403() {
        if (!SignedIn.now().actor().is(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR, SUPERVISOR)) {
            throw Named.roleMayNot();
        }
    }
}
