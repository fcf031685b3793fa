/** 身份。 Who acts, in which role and for which unit; travels as metadata of commands and facts. */
@NullMarked
package io.doorstep.identity;

import org.jspecify.annotations.NullMarked;
