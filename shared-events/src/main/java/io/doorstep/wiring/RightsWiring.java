package io.doorstep.wiring;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.Credentials;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.identity.device.Devices;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.oidc.Links;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.rights.AccountDesk;
import io.doorstep.identity.rights.AccountEndpoint;
import io.doorstep.identity.rights.AccountJournal;
import io.doorstep.identity.rights.Administration;
import io.doorstep.identity.rights.PasswordCodeEndpoint;
import io.doorstep.identity.rights.PasswordCodes;
import io.doorstep.identity.rights.SetupEndpoint;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.reference.ReferenceData;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and what they may do: who changes them, and where that is kept. */
@Configuration
@ConditionalOnWebApplication
class RightsWiring {

    @Bean
    Administration administration(@Value("${doorstep.administration:joint}") String administration) {
        return Administration.named(administration);
    }

    @Bean
    AccountJournal accountJournal(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new AccountJournal(jdbc, clock);
    }

    @Bean
    PasswordCodes passwordCodes(JdbcClient jdbc, Accounts accounts, PasswordEncoder encoder, Clock clock) {
        return new PasswordCodes(jdbc, accounts, encoder, clock);
    }

    @Bean
    AccountDesk accountDesk(
            Accounts accounts,
            AccountJournal accountJournal,
            Administration administration,
            ReferenceData reference,
            PlatformTransactionManager transactions,
            Clock clock,
            ZoneId officeZone) {
        return new AccountDesk(
                accounts,
                accountJournal,
                administration,
                reference,
                new TransactionTemplate(transactions),
                clock,
                officeZone);
    }

    @Bean
    SetupEndpoint setupEndpoint(FirstAdministrator first, Credentials credentials) {
        return new SetupEndpoint(first, credentials);
    }

    @Bean
    AccountEndpoint accountEndpoint(
            AccountDesk desk,
            Accounts accounts,
            Credentials credentials,
            PasswordEncoder encoder,
            PasswordCodes codes,
            Sessions sessions,
            KnownDevices devices,
            ApiTokens tokens,
            Devices telephones,
            SecondFactors factors,
            Passkeys passkeys,
            Links links,
            SecurityLog securityLog) {
        return new AccountEndpoint(
                desk,
                accounts,
                credentials,
                encoder,
                codes,
                sessions,
                devices,
                tokens,
                telephones,
                factors,
                passkeys,
                links,
                securityLog);
    }

    @Bean
    PasswordCodeEndpoint passwordCodeEndpoint(
            Accounts accounts,
            PasswordCodes codes,
            PasswordRules rules,
            SecondFactors factors,
            PasswordEncoder encoder,
            KnownDevices devices,
            Guesses guesses,
            SecurityLog securityLog) {
        return new PasswordCodeEndpoint(accounts, codes, rules, factors, encoder, devices, guesses, securityLog);
    }
}
