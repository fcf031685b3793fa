/** 安全日志。 The page of who signed in, failed to, and was slowed down. */
@NullMarked
package io.doorstep.query.securitylog;

import org.jspecify.annotations.NullMarked;
