/** 登录与会话。 How somebody signs in, by a slowed-down password, and sessions that all nodes share and that end. */
@NullMarked
package io.doorstep.identity.signin;

import org.jspecify.annotations.NullMarked;
