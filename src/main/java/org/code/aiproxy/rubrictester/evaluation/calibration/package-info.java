/** Makes a model's confidence mean what it says, by what people's labels show. */
@NullMarked
package org.code.aiproxy.rubrictester.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
