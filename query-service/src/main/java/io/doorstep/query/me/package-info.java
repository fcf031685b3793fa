/** 我的账号。 What somebody may know and change about his own account: password, sessions, tokens. */
@NullMarked
package io.doorstep.query.me;

import org.jspecify.annotations.NullMarked;
