package io.doorstep.command.web;

import io.doorstep.identity.SignedIn;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link Ask} from a request. */
public final class AskResolver implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Ask.class;
    }

    @Override
    public Ask resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new Ask(SignedIn.now().actor(), request.getRequestURI(), key(request), version(request));
    }

    private static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Malformed(FieldProblem.of("Idempotency-Key", "NOT_A_KEY"));
        }
        return key;
    }

    private static @Nullable Long version(HttpServletRequest request) {
        var header = request.getHeader("If-Match");
        if (header == null || header.equals("*")) {
            return null;
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw new Malformed(FieldProblem.of("If-Match", "NOT_A_VERSION"));
        }
        return Long.valueOf(version.group(1));
    }
}
