/** 查阅记录页。 Who had which personal data opened, when and what for; and the same told to the person whose data they are. */
@NullMarked
package io.doorstep.query.accesslog;

import org.jspecify.annotations.NullMarked;
