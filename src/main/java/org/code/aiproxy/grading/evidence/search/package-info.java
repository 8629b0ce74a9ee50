/** Finds the code that evidence quotes, even where it is misquoted. */
@NullMarked
package org.code.aiproxy.grading.evidence.search;

import org.jspecify.annotations.NullMarked;
