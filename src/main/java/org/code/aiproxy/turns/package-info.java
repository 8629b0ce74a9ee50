/** Who computes when many come at once. */
@NullMarked
package org.code.aiproxy.turns;

import org.jspecify.annotations.NullMarked;
