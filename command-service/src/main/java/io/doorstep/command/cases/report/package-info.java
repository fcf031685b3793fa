/** 登记。 Putting a matter on record, and the 30-second entry of one that is settled already. */
@NullMarked
package io.doorstep.command.cases.report;

import org.jspecify.annotations.NullMarked;
