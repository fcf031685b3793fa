package io.doorstep.wiring;

import io.doorstep.identity.AccountLookup;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.BearerTokenFilter;
import io.doorstep.identity.SecurityHeaders;
import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.TokenEndpoint;
import io.doorstep.identity.WhoMayWhere;
import io.doorstep.identity.device.Devices;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.signin.Duties;
import io.doorstep.identity.signin.Entrance;
import io.doorstep.identity.signin.GuardedSignIn;
import io.doorstep.identity.signin.MyPasswordEndpoint;
import io.doorstep.identity.signin.MySecondFactorEndpoint;
import io.doorstep.identity.signin.MySessionsEndpoint;
import io.doorstep.identity.signin.OwnPassword;
import io.doorstep.identity.signin.SecondStepEndpoint;
import io.doorstep.identity.signin.SessionContexts;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.identity.signin.SignInAnswers;
import io.doorstep.identity.signin.Visitor;
import io.doorstep.identity.signin.WantedPage;
import io.doorstep.limits.Limits;
import io.doorstep.web.Problems;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The sign-in: programs bring an {@code Authorization} header with each request and keep no session; browsers have a
 * session cookie, and a CSRF token for whatever they change.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityWiring {
    private static final String SIGN_IN = "/login";

    @Bean
    AuthenticationManager authenticationManager(
            Accounts accounts,
            PasswordEncoder encoder,
            Clock clock,
            ZoneId officeZone,
            Guesses guesses,
            SecondFactors secondFactors) {
        return new ProviderManager(new GuardedSignIn(
                AccountLookup.provider(accounts, encoder, clock, officeZone), guesses, secondFactors));
    }

    @Bean
    OwnPassword ownPassword(
            Accounts accounts, PasswordEncoder encoder, Clock clock, ZoneId officeZone, Guesses guesses) {
        return new OwnPassword(AccountLookup.provider(accounts, encoder, clock, officeZone), guesses);
    }

    @Bean
    SecurityProblems securityProblems(Problems problems, LocaleResolver localeResolver) {
        return new SecurityProblems(problems, localeResolver);
    }

    @Bean
    SecurityHeaders securityHeaders(Environment environment) {
        return new SecurityHeaders(environment.getProperty(SecurityHeaders.TILES, ""));
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(SecurityHeaders securityHeaders) {
        return (request, response, rejected) -> {
            securityHeaders.writeTo(response);
            response.sendError(400);
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            Devices devices,
            Accounts accounts,
            SecurityProblems problems,
            Clock clock,
            ZoneId officeZone,
            SecurityHeaders securityHeaders,
            Guesses guesses,
            Limits limits,
            Environment environment) {
        limits.guardPrograms(http);
        http.securityMatcher(request -> request.getHeader("Authorization") != null)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // nobody else can make a browser send this header, and no cookie is looked at here
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(
                        new BearerTokenFilter(tokens, devices, accounts, problems, clock, officeZone, guesses),
                        BasicAuthenticationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(WhoMayWhere::rules)
                .headers(securityHeaders::write);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            http.httpBasic(
                    basic -> basic.authenticationEntryPoint(problems).authenticationDetailsSource(Visitor::ofProgram));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            SecurityProblems problems,
            SecurityHeaders securityHeaders,
            SessionContexts sessionContexts,
            KnownDevices devices,
            SecurityLog securityLog,
            PasswordRules passwordRules,
            SecondFactors secondFactors,
            FactorRule factorRule,
            WantedPage wantedPage,
            ProviderDoor providerDoor,
            Limits limits,
            Clock clock) {
        limits.guardBrowsers(http);
        var answers = new SignInAnswers(sessionContexts, devices, securityLog, wantedPage);
        var duties = new Duties(passwordRules, secondFactors, factorRule, clock, problems);
        var csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        providerDoor.open(http, SIGN_IN);
        return http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfCookie)
                        // its one-time code is the proof; there is no session to ride on
                        .ignoringRequestMatchers("/api/setup"))
                .securityContext(context -> context.securityContextRepository(sessionContexts))
                .requestCache(cache -> cache.requestCache(wantedPage))
                .addFilterBefore(duties, AuthorizationFilter.class)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("id")
                        .passwordParameter("password")
                        .authenticationDetailsSource(Visitor::of)
                        .successHandler(answers)
                        .failureHandler(answers)
                        .permitAll())
                .logout(logout -> logout.addLogoutHandler(answers)
                        // not the cookies: by one of them the device is known again; not the storage: unsent visits lie
                        // there
                        // (docs/decisions/0035), and the pages throw their drafts away themselves
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessUrl("/?signed-out"))
                .exceptionHandling(no -> no.defaultAuthenticationEntryPointFor(problems, WhoMayWhere::isInterface)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true)
                        .defaultAccessDeniedHandlerFor(problems, WhoMayWhere::isInterface)
                        .defaultAccessDeniedHandlerFor(problems::handlePage, request -> true))
                .authorizeHttpRequests(WhoMayWhere::rules)
                .headers(securityHeaders::write)
                .build();
    }

    @Bean
    MyPasswordEndpoint myPasswordEndpoint(
            Accounts accounts,
            OwnPassword ownPassword,
            PasswordEncoder encoder,
            PasswordRules passwordRules,
            SecondFactors secondFactors,
            Sessions sessions,
            KnownDevices devices,
            SecurityLog securityLog) {
        return new MyPasswordEndpoint(
                accounts, ownPassword, encoder, passwordRules, secondFactors, sessions, devices, securityLog);
    }

    @Bean
    MySecondFactorEndpoint mySecondFactorEndpoint(
            SecondFactors secondFactors,
            OwnPassword ownPassword,
            Accounts accounts,
            PasswordRules passwordRules,
            SecurityLog securityLog) {
        return new MySecondFactorEndpoint(secondFactors, ownPassword, accounts, passwordRules, securityLog);
    }

    @Bean
    WantedPage wantedPage() {
        return new WantedPage();
    }

    @Bean
    Entrance entrance(
            SessionContexts sessionContexts, KnownDevices devices, SecurityLog securityLog, WantedPage wantedPage) {
        return new Entrance(sessionContexts, devices, securityLog, wantedPage);
    }

    @Bean
    SecondStepEndpoint secondStepEndpoint(
            SessionContexts sessionContexts,
            SecondFactors secondFactors,
            Guesses guesses,
            Entrance entrance,
            SecurityLog securityLog) {
        return new SecondStepEndpoint(sessionContexts, secondFactors, guesses, entrance, securityLog);
    }

    @Bean
    MySessionsEndpoint mySessionsEndpoint(Sessions sessions, SecurityLog securityLog) {
        return new MySessionsEndpoint(sessions, securityLog);
    }

    @Bean
    TokenEndpoint tokenEndpoint(ApiTokens tokens, Clock clock, SecurityLog securityLog) {
        return new TokenEndpoint(tokens, clock, securityLog);
    }
}
