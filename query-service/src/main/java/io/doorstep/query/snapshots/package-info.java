/** 定格件。 Lists and figures frozen as they were published, and what has to be said of them since. */
@NullMarked
package io.doorstep.query.snapshots;

import org.jspecify.annotations.NullMarked;
