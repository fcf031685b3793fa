/** 打印。 What leaves the house on paper: the forms of one case and the month's report, as PDF with its own typefaces. */
@NullMarked
package io.doorstep.query.print;

import org.jspecify.annotations.NullMarked;
