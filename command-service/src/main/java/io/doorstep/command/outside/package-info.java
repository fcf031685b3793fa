/** 对外。 How something leaves the house: a signed call to an address of the operator's, and a mail. */
@NullMarked
package io.doorstep.command.outside;

import org.jspecify.annotations.NullMarked;
