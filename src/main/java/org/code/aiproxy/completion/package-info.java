/** What models say: completions read into rows, and rows held to the rubric. */
@NullMarked
package org.code.aiproxy.completion;

import org.jspecify.annotations.NullMarked;
