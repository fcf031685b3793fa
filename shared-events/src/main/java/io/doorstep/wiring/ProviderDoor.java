package io.doorstep.wiring;

import io.doorstep.identity.oidc.Provider;
import io.doorstep.identity.oidc.SealedRequests;
import io.doorstep.identity.signin.ProviderSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The way in through the provider, if there is one. */
record ProviderDoor(Provider provider, SealedRequests requests, ProviderSignIn answers) {

    void open(HttpSecurity http, String loginPage) {
        if (!provider.isThere()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage(loginPage)
                .clientRegistrationRepository(registrations())
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(ask -> ask.authorizationRequestRepository(requests))
                .successHandler(answers)
                .failureHandler(answers)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        // a provider that does not answer is no fault of ours
                        filter.setAuthenticationFailureHandler(answers);
                        return filter;
                    }
                }));
    }

    /** Asked when somebody comes that way, and again until it answers: the office opens although the provider does not. */
    private ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> {
            var registration = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(Provider.ID)
                    .clientId(provider.clientId())
                    .scope(provider.scopes());
            return new InMemoryClientRegistrationRepository(
                    (provider.clientSecret().isEmpty()
                                    ? registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                                    : registration.clientSecret(provider.clientSecret()))
                            .build());
        });
    }

    /** Who somebody is, is all that is asked: nothing is done with the provider's tokens, and none is kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication somebody, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication somebody,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication somebody,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
