/** 网络接口的规矩。 What both services' HTTP faces share: reading forms, saying no, and in whose language. */
@NullMarked
package io.doorstep.web;

import org.jspecify.annotations.NullMarked;
