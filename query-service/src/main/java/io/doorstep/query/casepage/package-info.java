/** 案件页。 One case as it is, or as it was, or was known, at another moment. */
@NullMarked
package io.doorstep.query.casepage;

import org.jspecify.annotations.NullMarked;
