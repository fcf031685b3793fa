package io.doorstep.identity;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** 账号与口令的规格。 What an account's id and password must look like; long rather than intricate (ASVS 5.0, 6.2). */
public final class Credentials {
    /** Least number of characters of a password. */
    public static final int SHORTEST = 10;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private Credentials() {}

    public static void check(String id, String password) {
        var problems = new ArrayList<FieldProblem>();
        if (!ID.matcher(id).matches()) {
            problems.add(FieldProblem.of("id", "NOT_AN_ACCOUNT_ID"));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            problems.add(FieldProblem.of("password", "TOO_SHORT", SHORTEST));
        } else if (password.toLowerCase(Locale.ROOT).contains(id)) {
            problems.add(FieldProblem.of("password", "CONTAINS_THE_ID"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
    }
}
