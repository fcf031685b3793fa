/** 页面的测试。 The pages over HTTP, on both databases, fed with lives of cases. */
@NullMarked
package io.doorstep.query.pages;

import org.jspecify.annotations.NullMarked;
