/** 完整性核对。 Proves that the reading tables say what the facts say, no row less, no row more. */
@NullMarked
package io.doorstep.query.completeness;

import org.jspecify.annotations.NullMarked;
