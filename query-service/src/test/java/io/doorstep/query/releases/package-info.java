/** 历次发布。 Offices as earlier releases left them, opened by this one. */
@NullMarked
package io.doorstep.query.releases;

import org.jspecify.annotations.NullMarked;
