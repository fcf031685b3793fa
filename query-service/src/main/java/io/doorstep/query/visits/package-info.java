/** 走访。 What telephones take along, what visits left open, and where nobody went for long. */
@NullMarked
package io.doorstep.query.visits;

import org.jspecify.annotations.NullMarked;
