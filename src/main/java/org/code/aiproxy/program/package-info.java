/** The student's program: its lines, whether it is blank, and the same without comments. */
@NullMarked
package org.code.aiproxy.program;

import org.jspecify.annotations.NullMarked;
