/** 口令。 How passwords are kept, and which ones an office accepts. */
@NullMarked
package io.doorstep.identity.password;

import org.jspecify.annotations.NullMarked;
