package io.doorstep.identity.password;

import io.doorstep.web.FieldProblem;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 口令规则。 Whether an office accepts a password: long enough for its profile, and not one that guessers try. */
public final class PasswordRules {
    // whose id is shorter stands in many a word
    private static final int SHORTEST_ID = 3;

    private final PasswordProfile profile;
    private final Guessable guessable;

    public PasswordRules(PasswordProfile profile, Guessable guessable) {
        this.profile = profile;
        this.guessable = guessable;
    }

    public PasswordProfile profile() {
        return profile;
    }

    /**
     * What is wrong with the password, as problems of the field.
     *
     * @param name of the person
     * @param secondFactor whether the account is guarded by more than the password
     */
    public List<FieldProblem> problems(String field, String password, String id, String name, boolean secondFactor) {
        var typed = Normalizer.normalize(password, Normalizer.Form.NFKC).strip();
        var small = typed.toLowerCase(Locale.ROOT);
        var problems = new ArrayList<FieldProblem>();
        var shortest = profile.shortest(secondFactor);
        if (typed.codePointCount(0, typed.length()) < shortest) {
            problems.add(FieldProblem.of(field, "TOO_SHORT", shortest));
        } else if (kinds(typed) < profile.kinds()) {
            problems.add(FieldProblem.of(field, "TOO_FEW_KINDS", profile.kinds()));
        } else if (id.length() >= SHORTEST_ID && small.contains(id.toLowerCase(Locale.ROOT))) {
            problems.add(FieldProblem.of(field, "CONTAINS_THE_ID"));
        } else if (guessable.is(small, List.of(id, name))) {
            problems.add(FieldProblem.of(field, "EASILY_GUESSED"));
        }
        return problems;
    }

    /** Whether a password is to be changed because of its age. */
    public boolean isOutworn(Instant changedAt, Instant now) {
        var lasting = profile.lasting();
        return lasting != null && changedAt.plus(lasting).isBefore(now);
    }

    private static long kinds(String password) {
        return password.codePoints().map(PasswordRules::kind).distinct().count();
    }

    private static int kind(int character) {
        if (Character.isUpperCase(character)) {
            return 0;
        }
        if (Character.isLowerCase(character)) {
            return 1;
        }
        return Character.isDigit(character) ? 2 : 3;
    }
}
