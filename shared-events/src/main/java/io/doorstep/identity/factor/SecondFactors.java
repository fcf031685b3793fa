package io.doorstep.identity.factor;

import io.doorstep.digest.SpokenCode;
import io.doorstep.vault.Vault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** 第二验证。 What accounts show besides their passwords. */
public final class SecondFactors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECOVERY_CODES = 10;
    private static final int SLOT = 2;
    private static final int RECOVERY_LENGTH = 10;
    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final TransactionOperations transactions;

    /** @param encoder hashes recovery codes, slowly */
    public SecondFactors(
            JdbcClient jdbc, Vault vault, PasswordEncoder encoder, Clock clock, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.encoder = encoder;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** How a code was good. */
    public enum Proof {
        AUTHENTICATOR,
        RECOVERY_CODE
    }

    /** Whether the account's password alone is not enough. */
    public boolean isOn(String account) {
        return jdbc.sql("select count(*) from second_factor where account = ? and confirmed_at is not null")
                        .param(account)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Recovery codes that were not used yet. */
    public long recoveryCodesLeft(String account) {
        return jdbc.sql("select count(*) from recovery_code where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    /** Begins with a new secret, in the letters that an authenticator takes; it counts once it is confirmed. */
    public String begin(String account) {
        var secret = new byte[Codes.SECRET];
        RANDOM.nextBytes(secret);
        transactions.executeWithoutResult(step -> {
            jdbc.sql("delete from second_factor where account = ? and confirmed_at is null")
                    .param(account)
                    .update();
            jdbc.sql("insert into second_factor (account, secret, last_step, begun_at) values (?, ?, 0, ?)")
                    .params(
                            account,
                            vault.sealBytes(subject(account), secret),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
        return Codes.base32(secret);
    }

    /** The address that an authenticator reads, with the secret that is waiting for its first code; none after ten minutes. */
    public Optional<String> waiting(String account) {
        return jdbc.sql("select secret from second_factor where account = ? and confirmed_at is null and begun_at > ?")
                .params(account, clock.instant().minus(SHOWN).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBytes(1))
                .optional()
                .flatMap(kept -> vault.openBytes(subject(account), kept))
                .map(secret -> address(account, Codes.base32(secret)));
    }

    /** A secret as the address that authenticators know. */
    public static String address(String account, String secret) {
        return "otpauth://totp/Doorstep:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Doorstep";
    }

    /** Puts the secret to use when the code is one of it, and answers the recovery codes, which are told this once. */
    public Optional<List<String>> confirm(String account, String code) {
        var confirmed = transactions.execute(step -> {
            if (isOn(account) || !isOfAuthenticator(account, code)) {
                return Optional.<List<String>>empty();
            }
            jdbc.sql("update second_factor set confirmed_at = ? where account = ?")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), account)
                    .update();
            return Optional.of(recoveryCodes(account));
        });
        return confirmed == null ? Optional.empty() : confirmed;
    }

    /** Takes a code, which is good once; empty when it is wrong. */
    public Optional<Proof> prove(String account, String code) {
        if (!isOn(account)) {
            return Optional.empty();
        }
        if (isOfAuthenticator(account, code)) {
            return Optional.of(Proof.AUTHENTICATOR);
        }
        return usesRecoveryCode(account, SpokenCode.letters(code))
                ? Optional.of(Proof.RECOVERY_CODE)
                : Optional.empty();
    }

    private boolean usesRecoveryCode(String account, String letters) {
        if (letters.length() != SLOT + RECOVERY_LENGTH) {
            return false;
        }
        var slot = letters.substring(0, SLOT);
        return jdbc.sql("select code_hash from recovery_code where account = ? and slot = ?")
                .params(account, slot)
                .query(String.class)
                .optional()
                .filter(hash -> encoder.matches(letters.substring(SLOT), hash))
                .filter(hash -> jdbc.sql("delete from recovery_code where account = ? and slot = ? and code_hash = ?")
                                .params(account, slot, hash)
                                .update()
                        > 0)
                .isPresent();
    }

    public void remove(String account) {
        transactions.executeWithoutResult(step -> {
            jdbc.sql("delete from second_factor where account = ?")
                    .param(account)
                    .update();
            jdbc.sql("delete from recovery_code where account = ?")
                    .param(account)
                    .update();
        });
    }

    private boolean isOfAuthenticator(String account, String code) {
        var step = jdbc.sql("select secret from second_factor where account = ?")
                .param(account)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .flatMap(kept -> vault.openBytes(subject(account), kept))
                .map(secret -> Codes.step(secret, code, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && jdbc.sql("update second_factor set last_step = ? where account = ? and last_step < ?")
                                .params(
                                        step.get().getAsLong(),
                                        account,
                                        step.get().getAsLong())
                                .update()
                        > 0;
    }

    private List<String> recoveryCodes(String account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        return Stream.generate(() -> SpokenCode.random(SLOT))
                .distinct()
                .limit(RECOVERY_CODES)
                .map(slot -> recoveryCode(account, slot))
                .toList();
    }

    private static String subject(String account) {
        return "second-factor-" + account;
    }

    /** Fifty random bits behind the letters that find them: such as AB-CDEFG-HJKLM. */
    private String recoveryCode(String account, String slot) {
        var letters = SpokenCode.random(RECOVERY_LENGTH);
        jdbc.sql("insert into recovery_code (account, slot, code_hash) values (?, ?, ?)")
                .params(account, slot, encoder.encode(letters))
                .update();
        return slot + "-" + letters.substring(0, RECOVERY_LENGTH / 2) + "-" + letters.substring(RECOVERY_LENGTH / 2);
    }
}
