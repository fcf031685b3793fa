package io.doorstep.limits;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** 限量的位置。 Where in a chain limits stand. */
public record Limits(RefusalLog refusals, PaceFilter pace, UploadFilter uploads) {

    /** For browsers: a session tells who it is before the token of a form is looked for, which reads the form. */
    public void guardBrowsers(HttpSecurity http) {
        http.addFilterBefore(refusals, CsrfFilter.class)
                .addFilterBefore(pace, CsrfFilter.class)
                .addFilterBefore(uploads, CsrfFilter.class);
    }

    /** For programs: who it is, is told by their password or token. */
    public void guardPrograms(HttpSecurity http) {
        http.addFilterBefore(refusals, CsrfFilter.class)
                .addFilterBefore(pace, AuthorizationFilter.class)
                .addFilterBefore(uploads, AuthorizationFilter.class);
    }
}
