package io.doorstep.command.cases.report;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.values.Person;
import io.doorstep.command.web.FormChecks;
import io.doorstep.people.IdNumber;
import io.doorstep.people.PhoneNumber;
import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A petitioner as the form names him. */
record PetitionerForm(
        @MaxLength(60) String name,
        @MaxLength(30) @Nullable String phone,
        @MaxLength(18) @Nullable String idNumber,
        @MaxLength(200) @Nullable String address)
        implements Form {

    void check(FormChecks checks, String field) {
        checks.require(phone == null || PhoneNumber.isWellFormed(phone), field + ".phone", "PHONE")
                .require(idNumber == null || IdNumber.isValid(idNumber), field + ".idNumber", "ID_NUMBER");
    }

    /** What may not stand in the title. */
    Stream<Private> words() {
        return Stream.of(name, phone, idNumber).filter(Objects::nonNull).map(Private::new);
    }

    Person person() {
        return new Person(
                UUID.randomUUID(),
                new Private(name),
                phone == null ? null : new Private(PhoneNumber.normalised(phone)),
                idNumber == null ? null : new Private(IdNumber.normalised(idNumber)),
                privately(address));
    }
}
