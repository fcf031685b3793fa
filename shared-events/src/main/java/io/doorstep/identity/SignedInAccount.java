package io.doorstep.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** 已登录账号。 An account as Spring Security knows it; the hash is forgotten once the password was checked. */
public final class SignedInAccount implements UserDetails, SignedIn, CredentialsContainer {
    private static final long serialVersionUID = 1;

    private final Account account;
    private final Instant passwordChangedAt;
    private final boolean passwordTemporary;
    private @Nullable String passwordHash;

    SignedInAccount(
            Account account, Instant passwordChangedAt, boolean passwordTemporary, @Nullable String passwordHash) {
        this.account = account;
        this.passwordChangedAt = passwordChangedAt;
        this.passwordTemporary = passwordTemporary;
        this.passwordHash = passwordHash;
    }

    public Account account() {
        return account;
    }

    SignedInAccount with(@Nullable String hash) {
        return new SignedInAccount(account, passwordChangedAt, passwordTemporary, hash);
    }

    public Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    /** Whether somebody else knows the password, so that its owner has to choose one himself. */
    public boolean passwordIsTemporary() {
        return passwordTemporary;
    }

    @Override
    public Actor actor() {
        return account.actor();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(account.roles()).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account.id();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
