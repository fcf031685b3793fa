/** 基础数据。 Places, units, categories and officers, each with the days on which it holds. */
@NullMarked
package io.doorstep.reference;

import org.jspecify.annotations.NullMarked;
