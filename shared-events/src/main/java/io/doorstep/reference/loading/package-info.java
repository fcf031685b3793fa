/** 基础数据导入。 A table of places, units, categories or officers comes in whole or not at all. */
@NullMarked
package io.doorstep.reference.loading;

import org.jspecify.annotations.NullMarked;
