/** 死信。 Facts that could not be read: parked with all later ones of their case, visible, retried one case at a time. */
@NullMarked
package io.doorstep.query.deadletters;

import org.jspecify.annotations.NullMarked;
