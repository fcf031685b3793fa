package io.doorstep.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** 口令登录。 Checks id and password; whether the account exists, is locked or has ended shows in neither answer nor time. */
public final class AccountLookup implements UserDetailsService, UserDetailsPasswordService {
    private final Accounts accounts;

    private AccountLookup(Accounts accounts) {
        this.accounts = accounts;
    }

    public static DaoAuthenticationProvider provider(
            Accounts accounts, PasswordEncoder encoder, Clock clock, ZoneId officeZone) {
        var lookup = new AccountLookup(accounts);
        var provider = new DaoAuthenticationProvider(lookup);
        provider.setPasswordEncoder(encoder);
        provider.setUserDetailsPasswordService(lookup);
        // a locked account goes through the whole check of its password first, or else its answer would come sooner
        provider.setPreAuthenticationChecks(user -> {});
        provider.setPostAuthenticationChecks(user -> admit(user, LocalDate.ofInstant(clock.instant(), officeZone)));
        return provider;
    }

    private static void admit(UserDetails user, LocalDate today) {
        if (!(user instanceof SignedInAccount somebody) || !somebody.account().admits(today)) {
            throw new BadCredentialsException("not admitted");
        }
    }

    /** Whoever signs in with a hash of before gets one of today. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        accounts.rehash(user.getUsername(), user.getPassword(), hash);
        return user instanceof SignedInAccount somebody ? somebody.with(hash) : user;
    }

    @Override
    public UserDetails loadUserByUsername(String id) {
        return accounts.withPassword(id.strip()).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
