/** A student's JavaScript as tokens and as a syntax tree, repaired where it is broken. */
@NullMarked
package org.code.aiproxy.grading.javascript;

import org.jspecify.annotations.NullMarked;
