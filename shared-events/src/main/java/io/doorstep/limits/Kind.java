package io.doorstep.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** 请求种类。 What requests are counted by: how many at once, and how many a minute from then on. */
public enum Kind {
    /** 未登录。 Whatever is asked without signing in, by address; an office may stand behind one. */
    UNSIGNED(600, 300),
    /** 查阅。 Pages, lists, searches, figures. */
    READING(600, 300),
    /** 文件。 Exports and paper: each costs as much as many pages. */
    FILE(40, 20),
    /** 导入。 Ledgers, previews of them, and tables of reference data. */
    LEDGER(30, 6);

    private static final Pattern FREE =
            Pattern.compile("/(assets|webjars|help/pictures|actuator|error)(/.*)?|/favicon.ico");
    private static final Pattern FILES = Pattern.compile(".*\\.(csv|xlsx|pdf)|/lists/[a-z]+/print");
    private static final Pattern LEDGERS =
            Pattern.compile("/api/(imports(/preview|/[^/]+/start)?|places|units|categories|officers)");

    private final int atOnce;
    private final int aMinute;

    Kind(int atOnce, int aMinute) {
        this.atOnce = atOnce;
        this.aMinute = aMinute;
    }

    int atOnce() {
        return atOnce;
    }

    int aMinute() {
        return aMinute;
    }

    /** What a request of somebody counts as; empty when it is not counted, as commands on cases are not. */
    static Optional<Kind> of(HttpServletRequest request, boolean signedIn) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (FREE.matcher(path).matches()) {
            return Optional.empty();
        }
        if (!signedIn) {
            return Optional.of(UNSIGNED);
        }
        if (request.getMethod().equals("POST")) {
            return Optional.of(LEDGER).filter(kind -> LEDGERS.matcher(path).matches());
        }
        return Optional.of(FILES.matcher(path).matches() ? FILE : READING);
    }
}
