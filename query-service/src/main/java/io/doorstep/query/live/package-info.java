/** 实时更新。 Tells an open page when its case has changed. */
@NullMarked
package io.doorstep.query.live;

import org.jspecify.annotations.NullMarked;
