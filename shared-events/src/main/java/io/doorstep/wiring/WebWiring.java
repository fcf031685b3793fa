package io.doorstep.wiring;

import io.doorstep.web.FormConverter;
import io.doorstep.web.LastResort;
import io.doorstep.web.Problems;
import io.doorstep.web.ReaderLanguage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The rules of the HTTP faces: forms, problems, and Chinese for everybody who does not ask for English. */
@Configuration
@ConditionalOnWebApplication
class WebWiring implements WebMvcConfigurer {

    @Bean
    Problems problems(MessageSource messages) {
        return new Problems(messages);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    /** Before all others, sign-in included. */
    @Bean
    FilterRegistrationBean<LastResort> lastResort() {
        var registration = new FilterRegistrationBean<>(new LastResort());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new FormConverter());
    }
}
