package io.doorstep.wiring;

import io.doorstep.access.AccessLog;
import io.doorstep.access.AccessLogRetention;
import io.doorstep.erasure.Erasures;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.Credentials;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.password.Guessable;
import io.doorstep.identity.password.PasswordProfile;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.password.Passwords;
import io.doorstep.store.Engine;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.views.SavedViews;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and tokens, and how their secrets are kept. */
@Configuration
class AccountWiring {
    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.thorough();
    }

    @Bean
    PasswordRules passwordRules(
            @Value("${doorstep.passwords.profile:nist}") String profile,
            @Value("${doorstep.passwords.words:}") List<String> words,
            @Value("${doorstep.passwords.blocklist:}") String blocklist) {
        return new PasswordRules(
                PasswordProfile.named(profile),
                blocklist.isBlank() ? Guessable.with(words) : Guessable.with(words, Path.of(blocklist)));
    }

    @Bean
    Credentials credentials(PasswordRules passwordRules) {
        return new Credentials(passwordRules);
    }

    @Bean
    SecurityLog securityLog(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new SecurityLog(jdbc, clock);
    }

    @Bean
    KnownDevices knownDevices(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new KnownDevices(jdbc, clock);
    }

    @Bean
    Guesses guesses(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Vault vault,
            KnownDevices knownDevices,
            SecurityLog securityLog) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Guesses(
                jdbc, apart, clock, what -> vault.hash("sign-in", new Private(what)), knownDevices, securityLog);
    }

    @Bean
    SecondFactors secondFactors(
            JdbcClient jdbc,
            Vault vault,
            PasswordEncoder encoder,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new SecondFactors(jdbc, vault, encoder, clock, new TransactionTemplate(transactions));
    }

    @Bean
    FactorRule factorRule(PasswordRules passwordRules, @Value("${doorstep.second-factor.required:}") String setting) {
        return FactorRule.named(setting, passwordRules.profile().wantsSecondFactor());
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new Accounts(jdbc, clock);
    }

    @Bean
    ApiTokens apiTokens(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new ApiTokens(jdbc, clock);
    }

    @Bean
    FirstAdministrator firstAdministrator(Accounts accounts, PasswordEncoder encoder, Vault vault) {
        return new FirstAdministrator(
                accounts,
                encoder,
                () -> HexFormat.of().parseHex(vault.hash("setup.code", new Private("first administrator"))));
    }

    @Bean
    SavedViews savedViews(JdbcClient jdbc, FactTables tables) {
        return new SavedViews(jdbc);
    }

    @Bean
    Erasures erasures(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new Erasures(jdbc, clock);
    }

    @Bean
    AccessLog accessLog(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new AccessLog(jdbc, clock);
    }

    @Bean
    AccessLogRetention accessLogRetention(
            JdbcClient jdbc,
            DataSource database,
            Clock clock,
            FactTables tables,
            PlatformTransactionManager transactions,
            @Value("${doorstep.access-log.keep-years:3}") int years) {
        return new AccessLogRetention(jdbc, Engine.of(database), clock, new TransactionTemplate(transactions), years);
    }
}
