/** 部署文件。 Whether the files of {@code deploy} are what the programs that read them expect. */
@NullMarked
package io.doorstep.standalone.deployment;

import org.jspecify.annotations.NullMarked;
