/** 登记页。 The form in which an officer reports a case, and the hints at what may be the same matter. */
@NullMarked
package io.doorstep.query.report;

import org.jspecify.annotations.NullMarked;
