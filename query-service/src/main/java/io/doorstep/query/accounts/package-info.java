/** 账号管理。 Pages of those who keep accounts: all of them, one of them, and how its rights came about. */
@NullMarked
package io.doorstep.query.accounts;

import org.jspecify.annotations.NullMarked;
