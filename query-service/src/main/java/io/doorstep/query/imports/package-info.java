/** 导入进度。 How far imports of ledgers are, and what was wrong with their rows. */
@NullMarked
package io.doorstep.query.imports;

import org.jspecify.annotations.NullMarked;
