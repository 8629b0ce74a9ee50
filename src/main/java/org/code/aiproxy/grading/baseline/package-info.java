/** A grader that needs no provider, to try the service with and to compare models against. */
@NullMarked
package org.code.aiproxy.grading.baseline;

import org.jspecify.annotations.NullMarked;
