/** 台账入库。 A row of an old ledger as a case of its own, with its own dates. */
@NullMarked
package io.doorstep.command.cases.importing;

import org.jspecify.annotations.NullMarked;
