package io.doorstep.identity.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.identity.Account;
import io.doorstep.terms.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 权限。 What an account may do, and where and when, as the journal keeps it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rights(
        List<Role> roles,
        @Nullable String unit,
        @Nullable String place,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean enabled) {

    public static Rights of(Account account) {
        return new Rights(
                account.roles().stream().sorted().toList(),
                account.unit(),
                account.place(),
                account.validFrom(),
                account.validTo(),
                account.enabled());
    }
}
