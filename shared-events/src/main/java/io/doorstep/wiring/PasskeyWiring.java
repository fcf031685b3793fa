package io.doorstep.wiring;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.passkey.Challenges;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.passkey.Site;
import io.doorstep.identity.signin.Entrance;
import io.doorstep.identity.signin.MyPasskeysEndpoint;
import io.doorstep.identity.signin.OwnPassword;
import io.doorstep.identity.signin.PasskeySignInEndpoint;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;

/** Passkeys, and for which address they are made. */
@Configuration
@ConditionalOnWebApplication
class PasskeyWiring {

    @Bean
    Site site(
            @Value("${doorstep.passkeys.domain:localhost}") String domain,
            @Value("${doorstep.passkeys.origins:}") String origins,
            @Value("${server.port:8080}") int port) {
        return Site.named(domain, origins, port);
    }

    @Bean
    Passkeys passkeys(DataSource database, Site site, FactTables tables) {
        var jdbc = new JdbcTemplate(database);
        return new Passkeys(
                new JdbcPublicKeyCredentialUserEntityRepository(jdbc),
                new JdbcUserCredentialRepository(jdbc),
                site,
                "Doorstep");
    }

    @Bean
    Challenges challenges(JdbcClient jdbc, Clock clock, Vault vault) {
        return new Challenges(jdbc, clock, what -> vault.hash("challenge", new Private(what)));
    }

    @Bean
    MyPasskeysEndpoint myPasskeysEndpoint(
            Passkeys passkeys, Challenges challenges, OwnPassword ownPassword, SecurityLog securityLog) {
        return new MyPasskeysEndpoint(passkeys, challenges, ownPassword, securityLog);
    }

    @Bean
    PasskeySignInEndpoint passkeySignInEndpoint(
            Passkeys passkeys,
            Challenges challenges,
            Accounts accounts,
            Entrance entrance,
            Guesses guesses,
            SecurityLog securityLog,
            Clock clock,
            ZoneId officeZone) {
        return new PasskeySignInEndpoint(
                passkeys, challenges, accounts, entrance, guesses, securityLog, clock, officeZone);
    }
}
