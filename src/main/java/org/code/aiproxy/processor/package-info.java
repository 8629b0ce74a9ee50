/** Shares the processors among requests that become ready at the same time. */
@NullMarked
package org.code.aiproxy.processor;

import org.jspecify.annotations.NullMarked;
