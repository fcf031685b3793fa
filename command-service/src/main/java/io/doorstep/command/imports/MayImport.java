package io.doorstep.command.imports;

import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.web.Ask;
import io.doorstep.web.Named;

/** 导入权限。 Who may bring a ledger in. */
final class MayImport {

    private MayImport() {}

    static void or403(Ask ask) {
        if (!ask.actor().is(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }
}
