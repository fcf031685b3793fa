/** 附件存放。 Where sealed files of cases lie: a folder on disk, or a bucket of an S3-compatible store. */
@NullMarked
package io.doorstep.files;

import org.jspecify.annotations.NullMarked;
