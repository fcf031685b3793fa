/** 限量。 How much one account, or one address, may ask of a node; people do not notice, programs do. */
@NullMarked
package io.doorstep.limits;

import org.jspecify.annotations.NullMarked;
