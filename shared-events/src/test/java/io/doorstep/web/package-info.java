/** 网络界面的测试。 */
@NullMarked
package io.doorstep.web;

import org.jspecify.annotations.NullMarked;
