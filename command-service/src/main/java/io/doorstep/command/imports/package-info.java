/** 台账导入。 Old ledgers become cases: row by row, durably, and never twice (docs/imports.md). */
@NullMarked
package io.doorstep.command.imports;

import org.jspecify.annotations.NullMarked;
