package io.doorstep.benchmark;

/** 步骤。 The seven durable steps of a case's life, in their order. */
public enum Step {
    REPORTED(0),
    ACCEPTED(1),
    ASSIGNED(2),
    VISITED(3),
    RESOLVED(4),
    REVISITED(5),
    CLOSED_OUT(6);

    private final int before;

    Step(int before) {
        this.before = before;
    }

    /** How many steps the case took before. */
    public int before() {
        return before;
    }
}
