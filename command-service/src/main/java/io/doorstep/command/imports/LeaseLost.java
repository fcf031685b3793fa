package io.doorstep.command.imports;

/** 租约丢失。 Another node works on the import now; what this one has in hand is rolled back. */
final class LeaseLost extends RuntimeException {
    LeaseLost() {
        super("another node took the import over", null, false, false);
    }
}
