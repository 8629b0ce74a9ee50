/** Whether the AI is as sure of its labels as it should be. Knows no Spring. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics.calibration;

import org.jspecify.annotations.NullMarked;
