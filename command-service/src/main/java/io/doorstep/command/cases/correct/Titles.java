package io.doorstep.command.cases.correct;

import io.doorstep.command.cases.values.NeutralTitle;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.identity.Actor;
import io.doorstep.vault.Vault;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks whether a new title says who brings the matter; of a case that the asker may not know of, it says nothing. */
@Component
class Titles {

    private final Desk desk;
    private final OtherCases cases;
    private final Vault vault;

    Titles(Desk desk, OtherCases cases, Vault vault) {
        this.desk = desk;
        this.cases = cases;
        this.vault = vault;
    }

    boolean namesPetitioner(Actor asker, UUID caseId, String title) {
        var id = caseId.toString();
        if (desk.known(asker, id).isEmpty()) {
            return false;
        }
        var people = cases.find(id).stream()
                .flatMap(history -> history.petitioners().stream())
                .flatMap(one -> Stream.of(one.name(), one.phone(), one.idNumber()))
                .filter(Objects::nonNull)
                .flatMap(words -> vault.open(words).stream())
                .toList();
        return NeutralTitle.names(title, people);
    }
}
