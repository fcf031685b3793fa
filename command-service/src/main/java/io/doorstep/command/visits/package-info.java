/** 走访手机的收发。 Telephones are made known here, take cases along, and what could not be sent comes back as a file. */
@NullMarked
package io.doorstep.command.visits;

import org.jspecify.annotations.NullMarked;
