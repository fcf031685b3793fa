/** 基础数据维护。 An administrator brings tables of places, units, categories and officers. */
@NullMarked
package io.doorstep.command.reference;

import org.jspecify.annotations.NullMarked;
