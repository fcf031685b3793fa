package io.doorstep.standalone.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** 应答的样子。 What every answer has to say of itself, and what may come of requests that no browser sends. */
final class PlainAnswers {

    private PlainAnswers() {}

    /** What is wrong with an answer; nothing of it may be kept on the way but what is the same for everybody. */
    static List<String> faults(String where, Attacker.Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() >= 500) {
            faults.add(where + ": " + answer.status());
        }
        var type = header(answer, "Content-Type");
        if (!answer.body().isEmpty()) {
            var text = type.startsWith("text/") || type.contains("html");
            if (type.isEmpty() || (text && !type.toLowerCase(Locale.ROOT).endsWith("charset=utf-8"))) {
                faults.add(where + ": content type " + type);
            }
        }
        if (!header(answer, "X-Content-Type-Options").equals("nosniff")) {
            faults.add(where + ": may be sniffed");
        }
        var policy = header(answer, "Content-Security-Policy");
        if (!policy.contains("default-src 'self'") && !policy.startsWith("sandbox")) {
            faults.add(where + ": policy " + policy);
        }
        if (!policy.contains("frame-ancestors 'none'")) {
            faults.add(where + ": may be framed");
        }
        var sameForAll =
                Stream.of("/help/pictures", "/map/outline", "/visits/app/").anyMatch(where::contains);
        if (!header(answer, "Cache-Control").contains("no-store") && !sameForAll) {
            faults.add(where + ": may be kept: " + header(answer, "Cache-Control"));
        }
        if (!header(answer, "Server").isEmpty()
                || !header(answer, "X-Powered-By").isEmpty()) {
            faults.add(where + ": says what it runs on");
        }
        return faults;
    }

    static List<String> strangeRequests(Attacker attacker) {
        var faults = new ArrayList<String>();
        for (var host : List.of("evil.example", "localhost:1@evil.example", "evil.example:80", "\"><x")) {
            for (var path : List.of("/", "/login", "/lists/problems", "/api/units", "/logout")) {
                var answer = attacker.raw(
                        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: evil.example\r\n"
                                + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n");
                if (answer.contains("evil.example") || answer.startsWith("HTTP/1.1 5")) {
                    faults.add("Host " + host + " at " + path + ": "
                            + answer.lines().limit(12).toList());
                }
            }
        }
        for (var strange : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(70_000) + "\r\nConnection: close\r\n\r\n",
                "GET /?" + "q".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /<doorstep-evil> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "POST /api/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n0\r\n\r\nG",
                "POST /api/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n"
                        + "Connection: close\r\n\r\nhello",
                "\u0000\u0001\u0002 / HTTP/1.1\r\n\r\n")) {
            var answer = attacker.raw(strange);
            if (answer.startsWith("HTTP/1.1 5")
                    || answer.contains("doorstep-evil")
                    || answer.contains("Apache")
                    || answer.contains("root:x:0")
                    || answer.contains("\tat ")) {
                faults.add(strange.substring(0, Math.min(40, strange.length())) + ": "
                        + answer.lines().limit(12).toList());
            }
        }
        return faults;
    }

    private static String header(Attacker.Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
