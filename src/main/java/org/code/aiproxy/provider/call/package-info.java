/** Calls providers: retries, circuit breakers, limits, and calls in parallel. */
@NullMarked
package org.code.aiproxy.provider.call;

import org.jspecify.annotations.NullMarked;
