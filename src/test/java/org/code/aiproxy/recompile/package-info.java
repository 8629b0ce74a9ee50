/** Compiles what changed and what depends on it, for {@code bin/test.sh -Dtest=…}. */
@NullMarked
package org.code.aiproxy.recompile;

import org.jspecify.annotations.NullMarked;
