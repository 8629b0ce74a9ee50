/** What a run prints while it works. */
@NullMarked
package org.code.aiproxy.rubrictester.terminal;

import org.jspecify.annotations.NullMarked;
