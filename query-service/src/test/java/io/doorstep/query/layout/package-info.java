/** 版面的测试。 Words that every page needs, in both languages. */
@NullMarked
package io.doorstep.query.layout;

import org.jspecify.annotations.NullMarked;
