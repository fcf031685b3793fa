package io.doorstep.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 令牌范围。 What a token may be used for, never more than its account may do. */
public enum TokenScope {
    /** 读取。 */
    READ,
    /** 办理。 Commands about cases. */
    WRITE,
    /** 导入。 Ledgers. */
    IMPORT;

    /** What a request needs. */
    static TokenScope of(HttpServletRequest request) {
        if (Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
            return READ;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/api/imports") || path.startsWith("/api/imports/") ? IMPORT : WRITE;
    }

    static String text(Set<TokenScope> scopes) {
        return new TreeSet<>(scopes).stream().map(TokenScope::name).collect(Collectors.joining(","));
    }

    static Set<TokenScope> fromText(String text) {
        return Arrays.stream(text.split(",")).map(TokenScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
