package io.doorstep.web;

import java.util.List;

/** 请求有误。 A request that cannot be read; it names every field that is wrong, and changes nothing. */
public final class Malformed extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public Malformed(List<FieldProblem> problems) {
        super("malformed request: " + problems.stream().map(FieldProblem::field).toList(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Malformed(FieldProblem problem) {
        this(List.of(problem));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
