/** Asks each model in a form that it accepts, and learns that form from refusals. */
@NullMarked
package org.code.aiproxy.provider.adaptation;

import org.jspecify.annotations.NullMarked;
