/** Calls to providers that may fail, be slow, or be too many. */
@NullMarked
package org.code.aiproxy.resilience;

import org.jspecify.annotations.NullMarked;
