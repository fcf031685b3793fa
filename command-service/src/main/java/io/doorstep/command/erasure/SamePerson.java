package io.doorstep.command.erasure;

import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.erasure.Erasure;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.people.IdNumber;
import io.doorstep.people.PhoneNumber;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 同一人。 The cases that name the same person: by his identity number, or by telephone and name, since a telephone is shared in
 * a family.
 */
@Component
class SamePerson {

    private final JdbcClient jdbc;
    private final OtherCases cases;
    private final Vault vault;

    SamePerson(JdbcClient jdbc, OtherCases cases, Vault vault) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.vault = vault;
    }

    /** The petitioner himself first. */
    Set<Erasure.Subject> as(String caseId, Petitioner petitioner) {
        var all = new LinkedHashSet<Erasure.Subject>();
        all.add(new Erasure.Subject(caseId, petitioner.personId()));
        all.addAll(withNumber(NumberKind.ID_NUMBER, petitioner.idNumber()));
        withNumber(NumberKind.PHONE, petitioner.phone()).stream()
                .filter(other -> sameName(petitioner, other))
                .forEach(all::add);
        return all;
    }

    private List<Erasure.Subject> withNumber(NumberKind kind, @Nullable Sealed number) {
        if (number == null) {
            return List.of();
        }
        return vault.open(number).stream()
                .flatMap(words -> jdbc
                        .sql(
                                "select case_id, subject from vault.number_hash where what = ? and hash = ? order by case_id")
                        .params(kind.name(), vault.hash(kind, normalised(kind, words)))
                        .query((row, n) -> new Erasure.Subject(row.getString(1), row.getString(2)))
                        .list()
                        .stream())
                .toList();
    }

    private static Private normalised(NumberKind kind, Private number) {
        return new Private(
                kind == NumberKind.PHONE
                        ? PhoneNumber.normalised(number.words())
                        : IdNumber.normalised(number.words()));
    }

    private boolean sameName(Petitioner petitioner, Erasure.Subject other) {
        var name = vault.open(petitioner.name());
        return name.isPresent()
                && cases.find(other.caseId()).stream()
                        .flatMap(history -> history.petitioners().stream())
                        .filter(one -> one.personId().equals(other.personId()))
                        .anyMatch(one -> vault.open(one.name()).equals(name));
    }
}
