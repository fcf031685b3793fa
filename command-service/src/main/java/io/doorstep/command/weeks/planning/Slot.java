package io.doorstep.command.weeks.planning;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * 领导日。 A leader on one day of the week.
 *
 * @param index among all of the week
 * @param own numbers of his contact townships in the table of ways
 */
record Slot(int index, Envoy leader, LocalDate day, BitSet own) {

    // the optimiser asks for these without end; slots are compared within one week only
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slot slot && slot.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return leader.id() + "@" + day;
    }
}
