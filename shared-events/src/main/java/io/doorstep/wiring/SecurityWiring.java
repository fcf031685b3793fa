package io.doorstep.wiring;

import io.doorstep.identity.AccountEndpoint;
import io.doorstep.identity.AccountLookup;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.BearerTokenFilter;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.identity.SecurityHeaders;
import io.doorstep.identity.SecurityProblems;
import io.doorstep.identity.TokenEndpoint;
import io.doorstep.identity.WhoMayWhere;
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
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
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
            Accounts accounts, PasswordEncoder encoder, Clock clock, ZoneId officeZone) {
        return new ProviderManager(AccountLookup.provider(accounts, encoder, clock, officeZone));
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
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            SecurityProblems problems,
            Clock clock,
            ZoneId officeZone,
            SecurityHeaders securityHeaders,
            Environment environment) {
        http.securityMatcher(request -> request.getHeader("Authorization") != null)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // nobody else can make a browser send this header, and no cookie is looked at here
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(
                        new BearerTokenFilter(tokens, problems, clock, officeZone), BasicAuthenticationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(WhoMayWhere::rules)
                .headers(securityHeaders::write);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http, SecurityProblems problems, SecurityHeaders securityHeaders) {
        var csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfCookie)
                        // its one-time code is the proof; there is no session to ride on
                        .ignoringRequestMatchers("/api/setup"))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("id")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureUrl(SIGN_IN + "?wrong")
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/?signed-out"))
                .exceptionHandling(no -> no.defaultAuthenticationEntryPointFor(problems, WhoMayWhere::isInterface)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true)
                        .defaultAccessDeniedHandlerFor(problems, WhoMayWhere::isInterface)
                        .defaultAccessDeniedHandlerFor(
                                (request, response, denied) -> response.sendError(403), request -> true))
                .authorizeHttpRequests(WhoMayWhere::rules)
                .headers(securityHeaders::write)
                .build();
    }

    @Bean
    AccountEndpoint accountEndpoint(Accounts accounts, FirstAdministrator first, PasswordEncoder encoder) {
        return new AccountEndpoint(accounts, first, encoder);
    }

    @Bean
    TokenEndpoint tokenEndpoint(ApiTokens tokens, Clock clock) {
        return new TokenEndpoint(tokens, clock);
    }
}
