/** 读模型版次。 Two sets of reading tables: one serves, the other can be built anew beside it (docs/decisions/0048). */
@NullMarked
package io.doorstep.query.editions;

import org.jspecify.annotations.NullMarked;
