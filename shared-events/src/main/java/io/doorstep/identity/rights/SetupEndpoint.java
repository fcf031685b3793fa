package io.doorstep.identity.rights;

import io.doorstep.identity.Account;
import io.doorstep.identity.Credentials;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 初始设置接口。 Sets up the first administrator, who then opens the other accounts. */
@RestController
public final class SetupEndpoint {
    private final FirstAdministrator first;
    private final Credentials credentials;

    public SetupEndpoint(FirstAdministrator first, Credentials credentials) {
        this.first = first;
        this.credentials = credentials;
    }

    record SetupForm(
            @MaxLength(60) String code,
            @MaxLength(64) String id,
            String name,
            @MaxLength(200) String password) implements Form {}

    @PostMapping("/api/setup")
    ResponseEntity<Account> setUp(@RequestBody SetupForm form) {
        credentials.check(form.id(), form.name(), form.password());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(first.setUp(form.code(), form.id(), form.name(), form.password()));
    }
}
