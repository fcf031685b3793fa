/** 督办台账。 Every order to see to a case and its answer, and the cases that units hand back. */
@NullMarked
package io.doorstep.query.supervision;

import org.jspecify.annotations.NullMarked;
