/** 供数。 The county's end: which facts go up, and the proof that goes along. */
@NullMarked
package io.doorstep.federation.county;

import org.jspecify.annotations.NullMarked;
