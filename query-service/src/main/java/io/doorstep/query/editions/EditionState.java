package io.doorstep.query.editions;

/** 版次状态。 What becomes of a set of reading tables. */
enum EditionState {
    /** It holds nothing. */
    EMPTY,
    /** What is in it is thrown away, as soon as no node reads into it; then it is built. */
    CLEARING,
    /** The same, and then it stays empty. */
    DROPPING,
    /** The facts are read into it, from the first one. */
    BUILDING,
    /** All facts are in it, and new ones follow within a moment. */
    COMPLETE;

    boolean isRead() {
        return this == BUILDING || this == COMPLETE;
    }
}
