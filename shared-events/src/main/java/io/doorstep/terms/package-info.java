/** 术语。 The field's own words as constants; their names are the values on the wire and in the facts. */
@NullMarked
package io.doorstep.terms;

import org.jspecify.annotations.NullMarked;
