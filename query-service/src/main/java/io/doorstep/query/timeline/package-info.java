/** 办理经过。 Every fact of a case in the order of its recording: what, who, when it happened and when it was known. */
@NullMarked
package io.doorstep.query.timeline;

import org.jspecify.annotations.NullMarked;
