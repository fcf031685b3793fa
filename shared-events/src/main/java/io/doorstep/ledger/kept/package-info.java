/** 导入留存。 What is kept of an import, sealed: its mapping, and for a while the rows that failed. */
@NullMarked
package io.doorstep.ledger.kept;

import org.jspecify.annotations.NullMarked;
