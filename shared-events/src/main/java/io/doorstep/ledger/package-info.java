/** 台账读取。 A table somebody keeps in Excel or CSV, read row by row; knows nothing of what the rows mean. */
@NullMarked
package io.doorstep.ledger;

import org.jspecify.annotations.NullMarked;
