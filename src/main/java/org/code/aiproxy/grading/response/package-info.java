/** Reads what models write into rows, and checks the rows against the rubric. */
@NullMarked
package org.code.aiproxy.grading.response;

import org.jspecify.annotations.NullMarked;
