/** How well an AI's labels agree with people's, with what is uncertain about each figure. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics;

import org.jspecify.annotations.NullMarked;
