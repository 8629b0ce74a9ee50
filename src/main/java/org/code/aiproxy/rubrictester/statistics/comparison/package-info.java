/** Whether one experiment agrees better with people than another. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics.comparison;

import org.jspecify.annotations.NullMarked;
