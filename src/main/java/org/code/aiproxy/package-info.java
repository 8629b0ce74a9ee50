/** One jar with two doors: the HTTP service, and the command line that runs the same code. */
@NullMarked
package org.code.aiproxy;

import org.jspecify.annotations.NullMarked;
