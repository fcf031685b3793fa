/** 运行状况。 How the reading side is doing: health and measures for whoever operates it, without personal data. */
@NullMarked
package io.doorstep.query.operations;

import org.jspecify.annotations.NullMarked;
