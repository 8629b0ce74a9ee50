/** Which labels can be given without a person, with a guaranteed error. Knows no Spring. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics.selective;

import org.jspecify.annotations.NullMarked;
