/** Detects programs that talk to the model that grades them, and marks them as data. */
@NullMarked
package org.code.aiproxy.grading.injection;

import org.jspecify.annotations.NullMarked;
