package io.doorstep.command.cases.report;

import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.Person;
import io.doorstep.events.cases.Petitioner;

/** Seals a person under a key of his own, and leaves keyed hashes by which he can be found again. */
final class Sealing {

    private Sealing() {}

    static Petitioner of(Person person, Circumstances at) {
        var key = person.personId().toString();
        var phone = person.phone();
        var idNumber = person.idNumber();
        return new Petitioner(
                key,
                at.seal(key, person.name()),
                at.sealIfAny(key, phone),
                at.sealIfAny(key, idNumber),
                at.sealIfAny(key, person.address()),
                phone == null ? null : at.hash("phone", phone),
                idNumber == null ? null : at.hash("idNumber", idNumber));
    }
}
