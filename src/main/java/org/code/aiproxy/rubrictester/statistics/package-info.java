/** How well labels agree with people's, and how certain each figure is. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics;

import org.jspecify.annotations.NullMarked;
