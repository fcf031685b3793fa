/** 挂图作战。 Where the open matters are: a map of the county's townships, and the wall of the office. */
@NullMarked
package io.doorstep.query.map;

import org.jspecify.annotations.NullMarked;
