package io.doorstep.command.cases.importing;

import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.people.IdNumber;
import io.doorstep.people.PhoneNumber;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 台账所记信访人。 Who brought the matter, in the ledger's own words. A number that is not well-formed is kept as it stands,
 * but cannot be searched for.
 */
public record LedgerPetitioner(
        UUID personId,
        Private name,
        @Nullable Private phone,
        @Nullable Private idNumber,
        @Nullable Private address) {

    Petitioner sealed(String caseId, Circumstances at) {
        var key = personId.toString();
        if (phone != null && PhoneNumber.isWellFormed(phone.words())) {
            at.rememberIfAny(key, caseId, NumberKind.PHONE, new Private(PhoneNumber.normalised(phone.words())));
        }
        if (idNumber != null && IdNumber.isValid(idNumber.words())) {
            at.rememberIfAny(key, caseId, NumberKind.ID_NUMBER, new Private(IdNumber.normalised(idNumber.words())));
        }
        return new Petitioner(
                key,
                at.seal(key, name),
                at.sealIfAny(key, phone),
                at.sealIfAny(key, idNumber),
                at.sealIfAny(key, address));
    }
}
