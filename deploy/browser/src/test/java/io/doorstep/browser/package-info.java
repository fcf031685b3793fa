/** 浏览器测试。 The running product in a real browser: its pages, the story of a case, and the pictures of the handbook. */
@NullMarked
package io.doorstep.browser;

import org.jspecify.annotations.NullMarked;
