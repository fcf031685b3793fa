package io.doorstep.benchmark;

/** 参赛者。 One way of keeping cases. A step that returns is on disk. */
public interface Contestant extends AutoCloseable {

    /** Does one step of a case, found by its id; throws when it cannot. Called by many threads, each with cases of its own. */
    void take(Step step, Life life) throws Exception;

    /** Waits until the lists show all that was done. */
    default void settle() throws Exception {}

    Kept kept(Life life) throws Exception;

    @Override
    void close();

    /**
     * What is there of a case after its life.
     *
     * @param steps how many of its steps its history tells
     * @param words how many of them with what was said
     */
    record Kept(int steps, int words, boolean inProblemList, boolean inAssignmentList, boolean inCloseOutList) {}
}
