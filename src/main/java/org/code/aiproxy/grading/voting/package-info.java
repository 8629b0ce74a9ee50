/** Merges several responses into one, by vote. */
@NullMarked
package org.code.aiproxy.grading.voting;

import org.jspecify.annotations.NullMarked;
