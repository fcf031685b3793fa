/** 文档与代码一致。 Documents that are generated from the code, and fail when they are stale. */
@NullMarked
package io.doorstep.standalone.docs;

import org.jspecify.annotations.NullMarked;
