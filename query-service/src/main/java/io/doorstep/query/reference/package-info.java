/** 基础数据页。 Places, units, categories and officers as they hold on a day. */
@NullMarked
package io.doorstep.query.reference;

import org.jspecify.annotations.NullMarked;
