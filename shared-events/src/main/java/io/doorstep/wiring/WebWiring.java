package io.doorstep.wiring;

import io.doorstep.web.FormConverter;
import io.doorstep.web.LastResort;
import io.doorstep.web.Problems;
import io.doorstep.web.ReaderLanguage;
import io.doorstep.web.TraceFilter;
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

    /** Before all that tell the id: spans, problems, lines of the log. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** Before all others that may fail, sign-in included; what it says carries the request's id. */
    @Bean
    FilterRegistrationBean<LastResort> lastResort(Problems problems, LocaleResolver localeResolver) {
        var registration = new FilterRegistrationBean<>(new LastResort(problems, localeResolver));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return registration;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new FormConverter());
    }
}
