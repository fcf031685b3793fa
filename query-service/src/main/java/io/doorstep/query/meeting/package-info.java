/** 小板凳议事会。 A village meeting's duty list: what was raised, who answers by when, and what came of it. */
@NullMarked
package io.doorstep.query.meeting;

import org.jspecify.annotations.NullMarked;
