/** 存证账。 The chain, the tree and the checkpoints as they lie in the database beside the facts. */
@NullMarked
package io.doorstep.proof.kept;

import org.jspecify.annotations.NullMarked;
