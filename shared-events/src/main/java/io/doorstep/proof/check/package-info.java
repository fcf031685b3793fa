/** 验真。 Checks a history against its ledger and its checkpoints; plain JDBC, so that the verifier needs nothing else of the product. */
@NullMarked
package io.doorstep.proof.check;

import org.jspecify.annotations.NullMarked;
