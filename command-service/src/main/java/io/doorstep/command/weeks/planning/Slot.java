package io.doorstep.command.weeks.planning;

import java.time.LocalDate;

/**
 * 领导日。 A leader on one day of the week.
 *
 * @param index among all of the week
 */
record Slot(int index, Leader leader, LocalDate day) {

    @Override
    public String toString() {
        return leader.id() + "@" + day;
    }
}
