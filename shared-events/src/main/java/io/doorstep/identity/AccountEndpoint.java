package io.doorstep.identity;

import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 账号接口。 Sets up the first administrator, who then creates the other accounts. */
@RestController
public final class AccountEndpoint {
    private final Accounts accounts;
    private final FirstAdministrator first;
    private final PasswordEncoder encoder;

    public AccountEndpoint(Accounts accounts, FirstAdministrator first, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.first = first;
        this.encoder = encoder;
    }

    record SetupForm(
            @MaxLength(60) String code,
            @MaxLength(64) String id,
            String name,
            @MaxLength(200) String password) implements Form {}

    record AccountForm(
            @MaxLength(64) String id,
            String name,
            @MaxLength(200) String password,
            @Nullable String unit,
            @Nullable String place,
            List<Role> roles,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements Form {}

    @PostMapping("/api/setup")
    ResponseEntity<Account> setUp(@RequestBody SetupForm form) {
        Credentials.check(form.id(), form.password());
        return created(first.setUp(form.code(), form.id(), form.name(), form.password()));
    }

    @PostMapping("/api/accounts")
    ResponseEntity<Account> create(@RequestBody AccountForm form) {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        if (form.roles().isEmpty()) {
            throw new Malformed(FieldProblem.of("roles", "REQUIRED"));
        }
        Credentials.check(form.id(), form.password());
        var account = new Account(
                form.id(),
                form.name(),
                form.unit(),
                form.place(),
                Set.copyOf(form.roles()),
                true,
                form.validFrom(),
                form.validTo());
        accounts.add(account, form.password(), encoder);
        return created(account);
    }

    private static ResponseEntity<Account> created(Account account) {
        return ResponseEntity.status(HttpStatus.CREATED).body(account);
    }
}
