/** 走访包。 What somebody takes along on visits, and what comes back of them: the part that both sides know of. */
@NullMarked
package io.doorstep.visits;

import org.jspecify.annotations.NullMarked;
