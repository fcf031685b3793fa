/** 存证。 What proves that the history is whole: the ledger of facts, its checkpoints, and what the checks found. */
@NullMarked
package io.doorstep.query.proof;

import org.jspecify.annotations.NullMarked;
