package io.doorstep.reference.loading;

import io.doorstep.reference.Entry;
import io.doorstep.reference.ReferenceTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 表样。 Which columns a table of one kind has, how a row becomes an entry and what must be there before it. */
interface Form<E extends Entry<E>> {

    /** Before anything Doorstep will ever be asked about. */
    LocalDate EVER = LocalDate.of(1900, 1, 1);

    ReferenceTable<E> table();

    Set<Field> required();

    Set<Field> optional();

    /** The entry without path and days; what is wrong is noted by the reader. */
    E entry(RowReader row);

    /** What is wrong with a version beside the others; {@code own} holds the table as it will be. */
    List<RowFault> check(Draft<E> draft, E version, Timelines<E> own);
}
