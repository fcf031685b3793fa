package io.doorstep.identity;

import io.doorstep.identity.password.PasswordRules;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** 账号与口令的规格。 What an account's id must look like, and its password as the office's rules have it. */
public final class Credentials {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private final PasswordRules rules;

    public Credentials(PasswordRules rules) {
        this.rules = rules;
    }

    /** Refuses an id or a first password that will not do. */
    public void check(String id, String name, String password) {
        var problems = new ArrayList<FieldProblem>();
        if (!ID.matcher(id).matches()) {
            problems.add(FieldProblem.of("id", "NOT_AN_ACCOUNT_ID"));
        }
        problems.addAll(rules.problems("password", password, id, name, false));
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
    }

    /** Refuses an id that will not do. */
    public void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Malformed(FieldProblem.of("id", "NOT_AN_ACCOUNT_ID"));
        }
    }
}
