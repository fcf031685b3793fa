/** 期限与规则的测试。 Tests of calendars, policies and deadlines. */
@NullMarked
package io.doorstep.policy;

import org.jspecify.annotations.NullMarked;
