/** The commands of {@code bin/aiproxy}, one class each. */
@NullMarked
package org.code.aiproxy.cli;

import org.jspecify.annotations.NullMarked;
