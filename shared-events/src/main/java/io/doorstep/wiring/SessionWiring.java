package io.doorstep.wiring;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.signin.PacedSessions;
import io.doorstep.identity.signin.SessionContexts;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.wiring.StoreWiring.FactTables;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions in the database, so that every node knows them; their tables come with those of the facts. */
@Configuration
@ConditionalOnWebApplication
@EnableJdbcHttpSession
class SessionWiring {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST_UNWRITTEN = Duration.ofMinutes(1);

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsRest(
            FactTables tables,
            PasswordRules passwordRules,
            @Value("${doorstep.sessions.idle:#{null}}") @Nullable Duration idle) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(idle(passwordRules, idle));
            sessions.setSessionIdGenerator(SessionWiring::sessionId);
        };
    }

    /** What the filter of requests and everybody else uses in place of the library's own. */
    @Bean
    @Primary
    PacedSessions<? extends Session> pacedSessions(
            JdbcIndexedSessionRepository sessions,
            PasswordRules passwordRules,
            @Value("${doorstep.sessions.idle:#{null}}") @Nullable Duration idle) {
        var every = idle(passwordRules, idle).dividedBy(30);
        return paced(sessions, every.compareTo(LONGEST_UNWRITTEN) < 0 ? every : LONGEST_UNWRITTEN);
    }

    private static <S extends Session> PacedSessions<S> paced(
            FindByIndexNameSessionRepository<S> sessions, Duration every) {
        return new PacedSessions<>(sessions, every);
    }

    private static Duration idle(PasswordRules passwordRules, @Nullable Duration idle) {
        return idle == null ? passwordRules.profile().idle() : idle;
    }

    /** 144 random bits, in the 36 characters that the table has for it. */
    private static String sessionId() {
        var random = new byte[18];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Bean
    CookieSerializer cookieSerializer() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("doorstep-session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Also around answers that come later, and around error pages. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsEverywhere(SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    SessionContexts sessionContexts(
            Accounts accounts,
            SecondFactors secondFactors,
            Passkeys passkeys,
            FactorRule factorRule,
            Clock clock,
            ZoneId officeZone,
            @Value("${doorstep.sessions.longest:12h}") Duration longest) {
        return new SessionContexts(accounts, secondFactors, passkeys, factorRule, clock, officeZone, longest);
    }

    @Bean
    Sessions sessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        return new Sessions(sessions, jdbc);
    }
}
