/** Several usable completions made into one, by vote. */
@NullMarked
package org.code.aiproxy.consensus;

import org.jspecify.annotations.NullMarked;
