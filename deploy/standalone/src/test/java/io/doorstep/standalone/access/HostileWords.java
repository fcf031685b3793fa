package io.doorstep.standalone.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** 恶意文字。 What somebody types who wants to break in, and how one sees that it worked. */
final class HostileWords {

    /** Names that mean something to JavaScript. */
    static final List<String> NAMES = List.of("__proto__", "constructor", "prototype", "__proto__[admin]", "class.x");

    /** 46337 × 46337: ten digits, which no id and no time of an answer holds by chance. */
    private static final String EVALUATED = "2147117569";

    static final String FOR_SQL = "' or '1'='1";

    static final List<String> ALL = List.of(
            "\"><doorstep-evil onmouseover=\"doorstepEvil(1)\">",
            "'><script>doorstepEvil(1)</script>",
            "' onfocus='doorstepEvil(1)' autofocus x='",
            "\" onfocus=\"doorstepEvil(1)\" autofocus x=\"",
            "javascript:doorstepEvil(1)//",
            "</textarea></title><svg onload=doorstepEvil(1)>",
            "${46337*46337} #{46337*46337} *{46337*46337} {{46337*46337}} <%= 46337*46337 %>",
            "__${46337*46337}__::.x",
            "[[${46337*46337}]] ${T(java.lang.Math).multiplyExact(46337,46337)}",
            FOR_SQL,
            "\"; drop table account; --",
            "1) or (1=1",
            "\\' %' escape '\\",
            "x\r\nDoorstep-Evil: 1",
            "%3Cdoorstep-evil%3E%253Cdoorstep-evil onload=1%253E",
            "../../../../etc/passwd",
            "..%2f..%2fmaster.key%00.png",
            "a\u0000b",
            "\u202Ereversed\uFEFF\u2066",
            "alone \uD800 \uDFFF",
            "=cmd|'/C calc'!A0",
            "${jndi:ldap://127.0.0.1:1/x}",
            "x".repeat(4000),
            "-9223372036854775809",
            "9223372036854775807",
            "2147483648",
            "1e309",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01",
            "9999-12-31T23:59:59.999999999+18:00",
            "0000-00-00");

    /** The same in few words, for every build; all of them one by one take minutes. */
    private static final List<String> FEW = List.of(
            String.join(" ", ALL.subList(0, 9)),
            FOR_SQL + " \\' %' escape '\\ \uFEFF\u202E \uD800 ../../etc/passwd%00 x\r\nDoorstep-Evil: 1",
            "9223372036854775808",
            "+999999999-12-31T23:59:59Z");

    private HostileWords() {}

    /** What is wrong with an answer to any of these; empty when nothing is. */
    static Optional<String> harm(Attacker.Answer answer) {
        var body = answer.body();
        if (answer.status() >= 500 || answer.status() == Attacker.BROKEN_OFF) {
            return Optional.of("breaks: " + start(body));
        }
        if (answer.headers().map().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals("doorstep-evil"))) {
            return Optional.of("a header was written by the request");
        }
        if (body.contains(EVALUATED)) {
            return Optional.of("was evaluated");
        }
        if (body.contains("root:x:0:")
                || body.contains("SQLException")
                || body.contains("\tat java.")
                || body.contains("org.springframework.")
                || body.contains("JdbcSQL")) {
            return Optional.of("tells of the machine: " + start(body));
        }
        return answer.isPage() ? inPage(body) : Optional.empty();
    }

    /** No page of ours has handlers within its elements, scripts within the page, or frames. */
    private static Optional<String> inPage(String page) {
        var evil = Jsoup.parse(page)
                .select(
                        "doorstep-evil, script:not([src]), iframe, object, embed, base, svg[onload], [onload], [onfocus],"
                                + " [onmouseover], [onerror], [autofocus][x], [href^=javascript:], [action^=javascript:]");
        return evil.isEmpty()
                ? Optional.empty()
                : Optional.of("stands in the page: " + evil.get(0).outerHtml());
    }

    private static String start(String body) {
        return body.substring(0, Math.min(160, body.length()));
    }

    static Stream<String> stream() {
        return ("true".equals(System.getenv("DOORSTEP_ACCEPTANCE_REQUIRED")) ? ALL : FEW).stream();
    }
}
