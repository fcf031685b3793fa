package io.doorstep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * 读者的语言。 Chinese or English: as the reader chose with the switch of the pages (a cookie), else as his program asks, else
 * Chinese.
 */
public final class ReaderLanguage implements LocaleResolver {

    /** Name of the cookie; its value is {@code zh} or {@code en}. */
    public static final String COOKIE = "doorstep-language";

    private final AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();

    public ReaderLanguage() {
        asked.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        asked.setSupportedLocales(List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return switch (cookie == null ? "" : cookie.getValue()) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> asked.resolveLocale(request);
        };
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the reader chooses: " + COOKIE);
    }
}
