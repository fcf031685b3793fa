/** 导出。 Lists and figures as files for a spreadsheet: streamed, in the reader's language, with formulas defused. */
@NullMarked
package io.doorstep.query.export;

import org.jspecify.annotations.NullMarked;
