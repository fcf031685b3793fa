package io.doorstep.duties;

import java.time.Instant;
import java.util.List;

/** 过期事务簿。 Duties whose last day is over and whose passing is not on record yet; the reading side keeps the book. */
public interface PassedDuties {

    /** The longest past first. What a ledger brought long after its last day is history, and never in here. */
    List<PassedDuty> at(Instant now, int most);
}
