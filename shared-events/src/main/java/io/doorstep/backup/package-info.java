/** 备份。 Archives that know no database: taken on-line, encrypted, keys apart, and put back with the root of the ledger compared. */
@NullMarked
package io.doorstep.backup;

import org.jspecify.annotations.NullMarked;
