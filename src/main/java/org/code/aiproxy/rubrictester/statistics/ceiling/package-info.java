/** How well people agree with each other, which is as well as an AI can agree with them. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics.ceiling;

import org.jspecify.annotations.NullMarked;
