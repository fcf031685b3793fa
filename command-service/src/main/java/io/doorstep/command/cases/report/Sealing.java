package io.doorstep.command.cases.report;

import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.Person;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.vault.NumberKind;

/** Seals a person under a key of his own, and has his numbers remembered so that he can be found again. */
final class Sealing {

    private Sealing() {}

    static Petitioner of(String caseId, Person person, Circumstances at) {
        var key = person.personId().toString();
        var phone = person.phone();
        var idNumber = person.idNumber();
        at.rememberIfAny(key, caseId, NumberKind.PHONE, phone);
        at.rememberIfAny(key, caseId, NumberKind.ID_NUMBER, idNumber);
        return new Petitioner(
                key,
                at.seal(key, person.name()),
                at.sealIfAny(key, phone),
                at.sealIfAny(key, idNumber),
                at.sealIfAny(key, person.address()));
    }
}
