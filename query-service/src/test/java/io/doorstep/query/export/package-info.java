/** 导出的测试。 Files as a spreadsheet would read them. */
@NullMarked
package io.doorstep.query.export;

import org.jspecify.annotations.NullMarked;
