/** 选择。 Looks up places, units, officers and categories while somebody types. */
@NullMarked
package io.doorstep.query.choose;

import org.jspecify.annotations.NullMarked;
