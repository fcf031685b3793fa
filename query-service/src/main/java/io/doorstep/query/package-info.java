/** 查询端。 The reading side: what happened, shown as lists, pages and figures. It never decides anything. */
@NullMarked
package io.doorstep.query;

import org.jspecify.annotations.NullMarked;
