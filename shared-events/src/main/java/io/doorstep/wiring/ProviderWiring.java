package io.doorstep.wiring;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.oidc.Links;
import io.doorstep.identity.oidc.Provider;
import io.doorstep.identity.oidc.ProviderAnswers;
import io.doorstep.identity.oidc.SealedRequests;
import io.doorstep.identity.signin.Entrance;
import io.doorstep.identity.signin.ProviderSignIn;
import io.doorstep.identity.signin.SessionContexts;
import io.doorstep.vault.Vault;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in through the house's own provider; off unless it is named. */
@Configuration
@ConditionalOnWebApplication
class ProviderWiring {

    @Bean
    Provider provider(
            @Value("${doorstep.oidc.issuer:}") String issuer,
            @Value("${doorstep.oidc.client-id:doorstep}") String clientId,
            @Value("${doorstep.oidc.client-secret:}") String clientSecret,
            @Value("${doorstep.oidc.name:}") String name,
            @Value("${doorstep.oidc.scopes:openid,profile}") Set<String> scopes,
            @Value("${doorstep.oidc.account-claim:preferred_username}") String claim,
            @Value("${doorstep.oidc.second-factor:}") Set<String> twofold) {
        return new Provider(issuer.strip(), clientId, clientSecret, name, scopes, claim, twofold);
    }

    @Bean
    Links oidcLinks(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new Links(jdbc, clock);
    }

    @Bean
    ProviderDoor providerDoor(
            Provider provider,
            Links links,
            Vault vault,
            Accounts accounts,
            SessionContexts sessionContexts,
            Entrance entrance,
            SecurityLog securityLog,
            Clock clock,
            ZoneId officeZone) {
        var answers = new ProviderSignIn(
                new ProviderAnswers(provider, links),
                accounts,
                sessionContexts,
                entrance,
                securityLog,
                clock,
                officeZone);
        return new ProviderDoor(provider, new SealedRequests(vault, clock), answers);
    }
}
