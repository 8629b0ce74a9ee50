/** The student's program: its lines, whether it is blank, and the same without comments. */
@NullMarked
package org.code.aiproxy.grading.program;

import org.jspecify.annotations.NullMarked;
