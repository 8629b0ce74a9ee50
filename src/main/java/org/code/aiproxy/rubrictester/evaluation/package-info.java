/** Compares labels with people's, and checks the results against thresholds. */
@NullMarked
package org.code.aiproxy.rubrictester.evaluation;

import org.jspecify.annotations.NullMarked;
